#!/usr/bin/env bash
# Two distances of ml-distance 5.0.0 (npm), for comparing the taxa of two samples or the shapes of two histograms.
#
# Guess before running: distance.jensenShannon is finite for any two sets of shares, since that is what it was made
# for: a taxon that one sample lacks adds up to half its share times ln 2. distance.pearson is 1 - r (0 for a profile
# and its double) and the same in both directions.
# Seen: jensenShannon is NaN as soon as one taxon is absent from one sample, as are topsoe and jensenDifference, and
# real samples seldom share all taxa. distance.pearson is a chi squared: 3 for a profile and its double, 6 the other
# way round, while similarity.pearson of the same package is r.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-fund --no-audit ml-distance@5.0.0 >&2
cat > names.mjs <<'J'
import { distance, similarity } from 'ml-distance';

const shares = [[0.5, 0.25, 0.25], [0.5, 0.5, 0], [0.25, 0.25, 0.5]];
const byDefinition = (p, q) => p.reduce((sum, a, i) => {
  const part = (share) => (share === 0 ? 0 : (share / 2) * Math.log((2 * share) / (a + q[i])));
  return sum + part(a) + part(q[i]);
}, 0);
for (const other of [1, 2]) {
  const theirs = distance.jensenShannon(shares[0], shares[other]).toFixed(4);
  const defined = byDefinition(shares[0], shares[other]).toFixed(4);
  console.log(`shares ${shares[0].join(' ')} and ${shares[other].join(' ')}: jensenShannon ${theirs}, by definition ${defined}`);
}
const others = ['topsoe', 'jensenDifference'].map((name) => distance[name](shares[0], shares[1]));
const profile = [1, 2, 3];
const double = [2, 4, 6];
const pearson = [distance.pearson(profile, double), distance.pearson(double, profile), similarity.pearson(profile, double)];
console.log(`a profile and its double: distance.pearson ${pearson[0]}, the other way ${pearson[1]}, similarity.pearson ${pearson[2].toFixed(3)}`);
const asFound = Number.isNaN(distance.jensenShannon(shares[0], shares[1])) && others.every(Number.isNaN)
  && Math.abs(distance.jensenShannon(shares[0], shares[2]) - byDefinition(shares[0], shares[2])) < 1e-12
  && Math.abs(pearson[2] - 1) < 1e-12 && Math.abs(pearson[0] - 3) < 1e-12 && Math.abs(pearson[1] - 6) < 1e-12;
process.exit(asFound ? 0 : 1);
J
if node names.mjs; then
    echo "As found: an absent taxon makes NaN, and the distance named pearson is a chi squared."
else
    echo "This has changed." >&2
    exit 1
fi
