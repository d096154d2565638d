package dev.plankton.demodata.families;

import dev.plankton.demodata.sketch.Curves;
import dev.plankton.demodata.sketch.Dice;
import dev.plankton.demodata.sketch.Family;
import dev.plankton.demodata.sketch.Sketch;

/** A fish larva: big eye, gut or yolk, muscle blocks, a clear fin fold. */
final class FishLarva implements Family {

    @Override
    public String name() {
        return "Actinopterygii";
    }

    @Override
    public int typicalSize() {
        return 240;
    }

    @Override
    public double flexibility() {
        return 0.9;
    }

    @Override
    public void draw(Sketch sketch, Dice dice) {

        double half = dice.between(0.07, 0.13);
        double dark = dice.between(0.2, 0.5);
        sketch.fill(
                Curves.body(0.9, half, 0.5, half * 1.7, -0.3, half * 1.5, -0.9, half * 1.2, -1.08, half * 0.4),
                dice.between(0.04, 0.12));
        sketch.fill(
                Curves.body(
                        1,
                        half * 0.4,
                        0.88,
                        half * 1.15,
                        0.68,
                        half * 1.2,
                        0.4,
                        half,
                        -0.2,
                        half * 0.6,
                        -0.98,
                        half * 0.12),
                dark);
        double eye = half * dice.between(0.45, 0.7);
        sketch.ellipse(0.85, half * 0.25, eye, eye, 0.85);
        if (dice.chance(0.35)) {
            sketch.ellipse(
                    0.45,
                    -half * 1.1,
                    dice.between(0.18, 0.3),
                    half * dice.between(0.9, 1.6),
                    dice.between(0.15, 0.35));
        }
        sketch.whip(half * 0.8, dice.between(0.2, 0.5), 0.65, -half * 0.7, 0.3, -half * 0.8, -0.05, -half * 0.7);
        double stripes = dice.between(0.02, 0.25);
        for (int i = 0; i < 14; i++) {
            double x = 0.45 - 0.095 * i;
            double tall = half * (0.85 - 0.05 * i);
            sketch.line(0.014, stripes, x - 0.03, tall, x + 0.02, 0, x - 0.03, -tall);
        }
        int spots = dice.whole(0, 8);
        for (int i = 0; i < spots; i++) {
            sketch.ellipse(dice.between(-0.8, 0.6), dice.normal(half / 2), 0.018, 0.018, 0.7);
        }
    }
}
