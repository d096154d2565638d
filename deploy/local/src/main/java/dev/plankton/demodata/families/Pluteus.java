package dev.plankton.demodata.families;

import dev.plankton.demodata.sketch.Curves;
import dev.plankton.demodata.sketch.Dice;
import dev.plankton.demodata.sketch.Family;
import dev.plankton.demodata.sketch.Sketch;

/** A sea urchin or brittle star larva: an arrow-head body with long paired arms. */
final class Pluteus implements Family {

    @Override
    public String name() {
        return "Pluteus";
    }

    @Override
    public int typicalSize() {
        return 85;
    }

    @Override
    public double flexibility() {
        return 0.15;
    }

    @Override
    public void draw(Sketch sketch, Dice dice) {

        int pairs = dice.whole(2, 4);
        double spread = dice.between(0.35, 1.0);
        double dark = dice.between(0.15, 0.4);
        sketch.fill(
                Curves.closed(
                        -0.75,
                        0,
                        -0.25,
                        0.3 * spread + 0.08,
                        0.1,
                        0.35 * spread + 0.05,
                        -0.02,
                        0,
                        0.1,
                        -0.35 * spread - 0.05,
                        -0.25,
                        -0.3 * spread - 0.08),
                dark);
        sketch.fill(Curves.blob(dice, -0.25, 0, 0.2, 0.14, 0.1), dice.between(0.2, 0.5));
        for (int pair = 0; pair < pairs; pair++) {
            double angle = spread * (pair + 0.6) / pairs;
            double reach = dice.between(0.6, 1.15);
            for (int side = -1; side <= 1; side += 2) {
                double bow = side * dice.between(0.02, 0.12);
                double x = reach * Math.cos(angle);
                double y = side * (reach * Math.sin(angle) + 0.08);
                sketch.whip(dice.between(0.08, 0.14), dark, -0.1, y * 0.25, x * 0.5, y * 0.6 + bow, x, y);
                sketch.line(0.018, 0.5, -0.6, side * 0.03, x * 0.4, y * 0.55 + bow, x * 0.95, y * 0.98);
            }
        }
    }
}
