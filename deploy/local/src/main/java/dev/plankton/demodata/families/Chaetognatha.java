package dev.plankton.demodata.families;

import dev.plankton.demodata.sketch.Curves;
import dev.plankton.demodata.sketch.Dice;
import dev.plankton.demodata.sketch.Family;
import dev.plankton.demodata.sketch.Sketch;

/** An arrow worm: long and clear, with fins, a gut line and a hooked head. */
final class Chaetognatha implements Family {

    @Override
    public String name() {
        return "Chaetognatha";
    }

    @Override
    public int typicalSize() {
        return 220;
    }

    @Override
    public double flexibility() {
        return 1.3;
    }

    @Override
    public void draw(Sketch sketch, Dice dice) {

        double half = dice.between(0.035, 0.075);
        double dark = dice.between(0.12, 0.4);
        sketch.fill(
                Curves.body(
                        1,
                        half * 0.5,
                        0.93,
                        half * 1.05,
                        0.82,
                        half * 0.75,
                        0.3,
                        half,
                        -0.4,
                        half * 0.95,
                        -0.8,
                        half * 0.5,
                        -0.93,
                        half * 0.2),
                dark);
        sketch.fill(
                Curves.body(-0.84, half * 0.4, -0.96, half * 1.7, -1.02, half * 1.5, -0.98, half * 0.2), dark * 0.7);
        sketch.fill(
                Curves.body(-0.05, half * 0.9, -0.3, half * 1.9, -0.55, half * 1.7, -0.68, half * 0.6), dark * 0.35);
        sketch.line(half * 0.35, dice.between(0.1, 0.4), 0.85, 0, 0.2, dice.normal(0.01), -0.35, 0);
        for (int side = -1; side <= 1; side += 2) {
            sketch.line(0.015, 0.5, 0.94, side * half * 0.9, 1.02, side * half * 0.8, 1.05, side * half * 0.2);
        }
        if (dice.chance(0.4)) {
            sketch.ellipse(-0.55, 0, 0.16, half * 0.55, 0.45);
        }
    }
}
