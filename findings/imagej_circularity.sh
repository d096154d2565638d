#!/usr/bin/env bash
# Circ. (circularity, 4 pi area / perimeter squared) in ImageJ 1.54p (Maven: net.imagej:ij), which EcoTaxa and
# ZooProcess report as object_circ.
#
# Guess before running: the finer a disc is drawn, the closer its circularity comes to 1; a square has pi / 4 = 0.785.
# Seen: it falls from exactly 1 for the coarsest discs to 0.90 for the finest, because the traced
# outline cuts corners but still takes steps; and a square of 3 x 3 pixels has exactly 1, values above 1 being cut. So
# the same organism is "rounder" the fewer pixels it has, and instruments of different resolution are not comparable
# by it.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
(cd "$here/.." && ./mvnw -q -B dependency:copy -Dartifact=net.imagej:ij:1.54p -DoutputDirectory="$folder" >&2)
cat > "$folder/Circularity.java" <<'J'
import ij.ImagePlus;
import ij.measure.Measurements;
import ij.measure.ResultsTable;
import ij.plugin.filter.ParticleAnalyzer;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;

public class Circularity {
    static double of(double radius, boolean square) {
        int side = (int) (2 * radius + 20);
        ByteProcessor pixels = new ByteProcessor(side, side);
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                double dx = x + 0.5 - side / 2.0;
                double dy = y + 0.5 - side / 2.0;
                if (square ? Math.abs(dx) < radius && Math.abs(dy) < radius : Math.hypot(dx, dy) < radius) {
                    pixels.set(x, y, 255);
                }
            }
        }
        pixels.setThreshold(255, 255, ImageProcessor.NO_LUT_UPDATE);
        ResultsTable table = new ResultsTable();
        new ParticleAnalyzer(0, Measurements.AREA | Measurements.PERIMETER | Measurements.SHAPE_DESCRIPTORS, table, 0, 1e9)
                .analyze(new ImagePlus("", pixels));
        System.out.printf("%s of radius %5.1f: area %8.0f, perimeter %8.2f, circularity %.3f%n", square ? "square" : "disc  ",
                radius, table.getValue("Area", 0), table.getValue("Perim.", 0), table.getValue("Circ.", 0));
        return table.getValue("Circ.", 0);
    }

    public static void main(String[] arguments) {
        double small = of(4, false);
        double middle = of(40, false);
        double fine = of(400, false);
        double square = of(1.5, true);
        boolean asFound = small == 1 && Math.abs(middle - 0.912) < 0.003 && Math.abs(fine - 0.900) < 0.003 && square == 1;
        System.exit(asFound ? 0 : 1);
    }
}
J
if java -Djava.awt.headless=true -cp "$folder/ij-1.54p.jar" "$folder/Circularity.java"; then
    echo "As found: fine discs have 0.90, coarse ones 1."
else
    echo "This has changed." >&2
    exit 1
fi
