package dev.plankton.demodata.families;

import dev.plankton.demodata.sketch.Curves;
import dev.plankton.demodata.sketch.Dice;
import dev.plankton.demodata.sketch.Family;
import dev.plankton.demodata.sketch.Sketch;

/** Krill: carapace, jointed tail with a fan, black eyes, many legs. */
final class Euphausiacea implements Family {

    @Override
    public String name() {
        return "Euphausiacea";
    }

    @Override
    public int typicalSize() {
        return 260;
    }

    @Override
    public double flexibility() {
        return 0.9;
    }

    @Override
    public void draw(Sketch sketch, Dice dice) {

        double half = dice.between(0.11, 0.17);
        double dark = dice.between(0.25, 0.55);
        sketch.fill(
                Curves.closed(
                        0.95,
                        half * 0.3,
                        0.6,
                        half * 0.95,
                        0.1,
                        half,
                        -0.02,
                        half * 0.5,
                        0.1,
                        -half * 0.95,
                        0.6,
                        -half,
                        0.85,
                        -half * 0.4),
                dark);
        for (int i = 0; i < 6; i++) {
            double x = 0.05 - 0.14 * i;
            double tall = half * (0.95 - 0.1 * i);
            sketch.fill(
                    Curves.closed(x, tall, x - 0.16, tall * 0.85, x - 0.15, -tall * 0.8, x, -tall * 0.9), dark * 0.8);
            if (i < 5) {
                sketch.whip(
                        0.05,
                        0.35,
                        x - 0.08,
                        -tall * 0.8,
                        x - 0.12,
                        -tall * 0.8 - 0.08,
                        x - 0.15,
                        -tall * 0.8 - dice.between(0.1, 0.2));
            }
        }
        for (int i = -1; i <= 1; i++) {
            sketch.whip(0.09, dark, -0.76, 0, -0.9, i * 0.06, -1.05, i * 0.12);
        }
        sketch.ellipse(0.84, half * 0.1, 0.05, 0.05, 0.9);
        int legs = dice.whole(5, 8);
        double lean = dice.between(-0.1, 0.3);
        for (int i = 0; i < legs; i++) {
            double x = 0.7 - 0.09 * i;
            double reach = dice.between(0.2, 0.38);
            sketch.whip(0.022, 0.45, x, -half * 0.8, x + lean * 0.2, -half - reach * 0.6, x - lean, -half - reach);
        }
        for (int i = 0; i < 2; i++) {
            double rise = dice.between(-0.25, 0.35);
            sketch.whip(0.025, 0.45, 0.9, half * 0.2, 1.1, rise * 0.4, 1.0 + dice.between(0.2, 0.6), rise);
        }
    }
}
