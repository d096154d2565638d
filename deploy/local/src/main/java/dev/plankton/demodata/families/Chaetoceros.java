package dev.plankton.demodata.families;

import dev.plankton.demodata.sketch.Curves;
import dev.plankton.demodata.sketch.Dice;
import dev.plankton.demodata.sketch.Family;
import dev.plankton.demodata.sketch.Sketch;

/** A chain of square diatom cells with long bristles at their corners. */
final class Chaetoceros implements Family {

    @Override
    public String name() {
        return "Chaetoceros";
    }

    @Override
    public int typicalSize() {
        return 130;
    }

    @Override
    public double flexibility() {
        return 1.2;
    }

    @Override
    public void draw(Sketch sketch, Dice dice) {

        int cells = dice.whole(4, 16);
        double cell = 2.0 / cells;
        double half = Math.min(0.2, cell * dice.between(0.35, 0.9));
        double dark = dice.between(0.2, 0.5);
        double bristle = dice.between(0.1, 0.55);
        boolean bristles = dice.chance(0.75);
        for (int i = 0; i < cells; i++) {
            double x = -1 + (i + 0.5) * cell;
            double wide = cell * 0.44;
            sketch.fill(
                    Curves.closed(
                            x - wide,
                            -half,
                            x,
                            -half * 0.8,
                            x + wide,
                            -half,
                            x + wide * 0.9,
                            0,
                            x + wide,
                            half,
                            x,
                            half * 0.8,
                            x - wide,
                            half,
                            x - wide * 0.9,
                            0),
                    dark);
            sketch.ellipse(x + dice.normal(0.01), dice.normal(0.02), wide * 0.5, half * 0.4, dice.between(0.15, 0.4));
            for (int side = -1; bristles && side <= 1; side += 2) {
                double lean = dice.normal(0.12) + 0.25 * bristle * x;
                sketch.whip(
                        0.02,
                        0.4,
                        x + wide,
                        side * half,
                        x + wide + lean / 3,
                        side * (half + bristle * 0.5),
                        x + wide + lean,
                        side * (half + bristle * dice.between(0.8, 1.2)));
            }
        }
    }
}
