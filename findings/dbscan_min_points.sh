#!/usr/bin/env bash
# DBSCAN (groups in a cloud of embeddings, and what belongs to none) in Apache Commons Math 3.6.1, Hipparchus 4.0.3
# (both Maven) and density-clustering 1.3.0 (npm).
#
# Guess before running: as in the paper (Ester et al. 1996) and in scikit-learn, the neighbourhood of a point holds
# all points up to eps away, the point itself among them. So of three points 1 apart, eps = 1 and minPts = 3 make a
# group.
# Seen: none of the three finds it. Commons Math and Hipparchus leave out the point itself, so their minPts = 3 is 4
# elsewhere and small groups of a rare taxon become noise. density-clustering wants points closer than eps, so
# neighbours exactly eps apart, usual in counts and rounded values, are none. Settings from a paper or a notebook do
# not carry over.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cat > "$folder/pom.xml" <<'X'
<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId>
  <artifactId>finding</artifactId>
  <version>1</version>
  <dependencies>
    <dependency>
      <groupId>org.apache.commons</groupId>
      <artifactId>commons-math3</artifactId>
      <version>3.6.1</version>
    </dependency>
    <dependency>
      <groupId>org.hipparchus</groupId>
      <artifactId>hipparchus-clustering</artifactId>
      <version>4.0.3</version>
    </dependency>
  </dependencies>
</project>
X
(cd "$here/.." && ./mvnw -q -B -f "$folder/pom.xml" dependency:copy-dependencies -DoutputDirectory="$folder" >&2)
cat > "$folder/Groups.java" <<'J'
import java.util.List;
import java.util.stream.IntStream;

public class Groups {
    static final List<double[]> LINE = List.of(new double[] {0}, new double[] {1}, new double[] {2});

    static int commonsMath(int minPts) {
        var points = LINE.stream().map(org.apache.commons.math3.ml.clustering.DoublePoint::new).toList();
        return new org.apache.commons.math3.ml.clustering.DBSCANClusterer<org.apache.commons.math3.ml.clustering.DoublePoint>(1, minPts)
                .cluster(points).size();
    }

    static int hipparchus(int minPts) {
        var points = LINE.stream().map(org.hipparchus.clustering.DoublePoint::new).toList();
        return new org.hipparchus.clustering.DBSCANClusterer<org.hipparchus.clustering.DoublePoint>(1, minPts).cluster(points).size();
    }

    static int byDefinition(int minPts) {
        // All three hang together once the middle one has enough points up to 1 away.
        return LINE.stream().filter(point -> Math.abs(point[0] - 1) <= 1).count() >= minPts ? 1 : 0;
    }

    public static void main(String[] arguments) {
        boolean asFound = true;
        for (int minPts : IntStream.rangeClosed(1, 4).toArray()) {
            System.out.printf("eps 1, minPts %d: groups by definition %d, Commons Math %d, Hipparchus %d%n", minPts, byDefinition(minPts),
                    commonsMath(minPts), hipparchus(minPts));
            int expected = minPts <= 2 ? 1 : 0;
            asFound &= commonsMath(minPts) == expected && hipparchus(minPts) == expected;
        }
        System.exit(asFound ? 0 : 1);
    }
}
J
cd "$folder"
npm install --silent --no-fund --no-audit density-clustering@1.3.0 >&2
cat > groups.cjs <<'J'
const { DBSCAN } = require('density-clustering');

const groups = (eps) => [1, 2, 3, 4].map((minPts) => new DBSCAN().run([[0], [1], [2]], eps, minPts).length).join(' ');
console.log(`density-clustering, minPts 1 to 4: eps 1 groups ${groups(1)}; eps 1.01 groups ${groups(1.01)}`);
process.exit(groups(1) === '3 0 0 0' && groups(1.01) === '1 1 1 0' ? 0 : 1);
J
if java -cp "$folder/*" Groups.java && node groups.cjs; then
    echo "As found: none of the three finds the group of three."
else
    echo "This has changed." >&2
    exit 1
fi
