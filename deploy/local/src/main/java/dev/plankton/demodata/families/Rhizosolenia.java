package dev.plankton.demodata.families;

import dev.plankton.demodata.sketch.Curves;
import dev.plankton.demodata.sketch.Dice;
import dev.plankton.demodata.sketch.Family;
import dev.plankton.demodata.sketch.Sketch;

/** A chain of long, needle-like diatom cells. */
final class Rhizosolenia implements Family {

    @Override
    public String name() {
        return "Rhizosolenia";
    }

    @Override
    public int typicalSize() {
        return 150;
    }

    @Override
    public double flexibility() {
        return 0.7;
    }

    @Override
    public void draw(Sketch sketch, Dice dice) {

        int cells = dice.whole(2, 9);
        double cell = 2.0 / cells;
        double half = Math.min(dice.between(0.03, 0.1), cell * 0.2);
        double dark = dice.between(0.15, 0.5);
        for (int i = 0; i < cells; i++) {
            double left = -1 + i * cell;
            double right = left + cell * dice.between(0.93, 1.0);
            sketch.fill(
                    Curves.closed(
                            left,
                            half * 0.2,
                            left + half,
                            half,
                            right - half,
                            half,
                            right,
                            half * 0.2,
                            right - half,
                            -half,
                            left + half,
                            -half),
                    dark);
            int grains = dice.whole(1, 5);
            for (int g = 0; g < grains; g++) {
                double size = half * dice.between(0.3, 0.7);
                sketch.ellipse(
                        dice.between(left + half, right - half),
                        dice.normal(half / 4),
                        size * 1.4,
                        size,
                        dice.between(0.15, 0.45));
            }
        }
        for (int side = -1; side <= 1; side += 2) {
            sketch.whip(half * 0.7, dark, side, 0, side * 1.08, half * 0.3, side * (1.1 + half), half * 0.4);
        }
    }
}
