#!/usr/bin/env bash
# Axes of the "fitted ellipse" in ImageJ 1.54p (Maven: net.imagej:ij), whose measurements EcoTaxa and ZooProcess report
# as object_major and object_minor.
#
# Guess before running: they are the axes of the ellipse with the same second moments as the body, 4 sqrt(eigenvalue),
# which scikit-image and OpenCV's moments give as well.
# Seen: only their ratio is. ImageJ scales the ellipse to the area of the body. For a filled disc or a plain rectangle
# that changes up to 2 in a hundred; for an L, a ring or an oval with a long antenna the axes are 17 to 37 in a hundred
# shorter. So axes from ImageJ and from moments must not be mixed in one table, least of all for bodies with limbs.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
(cd "$here/.." && ./mvnw -q -B dependency:copy -Dartifact=net.imagej:ij:1.54p -DoutputDirectory="$folder" >&2)
cat > "$folder/Axes.java" <<'J'
import ij.ImagePlus;
import ij.measure.Measurements;
import ij.measure.ResultsTable;
import ij.plugin.filter.ParticleAnalyzer;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;

public class Axes {
    interface Body {
        boolean has(double x, double y);
    }

    static boolean changed = false;

    static void compare(String name, double expected, Body body) {
        ByteProcessor pixels = new ByteProcessor(100, 100);
        double n = 0, sx = 0, sy = 0, sxx = 0, syy = 0, sxy = 0;
        for (int y = 0; y < 100; y++) {
            for (int x = 0; x < 100; x++) {
                if (body.has(x + 0.5, y + 0.5)) {
                    pixels.set(x, y, 255);
                    n++;
                    sx += x;
                    sy += y;
                    sxx += x * x;
                    syy += y * y;
                    sxy += x * y;
                }
            }
        }
        double xx = sxx / n - sx * sx / n / n + 1 / 12.0;
        double yy = syy / n - sy * sy / n / n + 1 / 12.0;
        double xy = sxy / n - sx * sy / n / n;
        double apart = Math.sqrt((xx - yy) * (xx - yy) / 4 + xy * xy);
        double major = 4 * Math.sqrt((xx + yy) / 2 + apart);
        double minor = 4 * Math.sqrt((xx + yy) / 2 - apart);
        pixels.setThreshold(255, 255, ImageProcessor.NO_LUT_UPDATE);
        ResultsTable table = new ResultsTable();
        new ParticleAnalyzer(0, Measurements.AREA | Measurements.ELLIPSE, table, 0, 1e9)
                .analyze(new ImagePlus(name, pixels));
        double theirs = table.getValue("Major", 0);
        double theirMinor = table.getValue("Minor", 0);
        System.out.printf("%-22s area %5.0f  ImageJ %6.2f x %6.2f  moments %6.2f x %6.2f  ratio of the majors %.3f%n",
                name, n, theirs, theirMinor, major, minor, theirs / major);
        boolean sameShape = Math.abs(theirs / theirMinor - major / minor) < 0.01 * major / minor;
        boolean sameArea = Math.abs(Math.PI / 4 * theirs * theirMinor - n) < 0.001 * n;
        changed |= !sameShape || !sameArea || Math.abs(theirs / major - expected) > 0.005;
    }

    public static void main(String[] arguments) {
        compare("disc", 1.000, (x, y) -> Math.hypot(x - 50, y - 50) < 40);
        compare("rectangle 20 x 8", 0.977, (x, y) -> x > 5 && x < 25 && y > 5 && y < 13);
        compare("oval with an antenna", 0.835,
                (x, y) -> Math.hypot((x - 30) / 20, (y - 30) / 10) < 1 || (x > 45 && x < 95 && y > 29 && y < 31));
        compare("ring", 0.773, (x, y) -> Math.hypot(x - 50, y - 50) < 40 && Math.hypot(x - 50, y - 50) > 20);
        compare("L", 0.631, (x, y) -> x > 5 && x < 45 && y > 5 && y < 45 && (x < 13 || y < 13));
        System.exit(changed ? 1 : 0);
    }
}
J
if java -Djava.awt.headless=true -cp "$folder/ij-1.54p.jar" "$folder/Axes.java"; then
    echo "As found: the axes are scaled to the area of the body."
else
    echo "This has changed." >&2
    exit 1
fi
