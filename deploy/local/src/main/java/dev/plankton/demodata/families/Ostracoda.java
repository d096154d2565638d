package dev.plankton.demodata.families;

import dev.plankton.demodata.sketch.Curves;
import dev.plankton.demodata.sketch.Dice;
import dev.plankton.demodata.sketch.Family;
import dev.plankton.demodata.sketch.Sketch;
import java.awt.Shape;

/** A seed shrimp: a dense, bean-shaped shell of two valves, a few limbs sticking out. */
final class Ostracoda implements Family {

    @Override
    public String name() {
        return "Ostracoda";
    }

    @Override
    public int typicalSize() {
        return 80;
    }

    @Override
    public double flexibility() {
        return 0.0;
    }

    @Override
    public void draw(Sketch sketch, Dice dice) {

        double half = dice.between(0.55, 0.75);
        double dark = dice.between(0.35, 0.7);
        Shape shell = Curves.closed(
                0.95,
                0.05,
                0.6,
                half * 0.85,
                0,
                half,
                -0.6,
                half * 0.85,
                -0.97,
                0.05,
                -0.65,
                -half * 0.75,
                0,
                -half * dice.between(0.7, 0.95),
                0.6,
                -half * 0.75);
        sketch.fill(shell, dark);
        sketch.outline(shell, 0.05, dice.between(0.2, 0.5));
        sketch.fill(Curves.blob(dice, dice.normal(0.1), 0, 0.45, half * 0.5, 0.12), dice.between(0.15, 0.45));
        if (dice.chance(0.6)) {
            sketch.ellipse(0.5, half * 0.3, 0.08, 0.08, 0.6);
        }
        int limbs = dice.whole(0, 4);
        for (int i = 0; i < limbs; i++) {
            double x = dice.between(0.3, 0.9);
            double reach = dice.between(0.15, 0.5);
            sketch.whip(
                    0.05,
                    0.4,
                    x,
                    -half * 0.5,
                    x + reach * 0.5,
                    -half * 0.6 - reach * 0.5,
                    x + reach,
                    -half * 0.6 - reach * 0.6);
        }
    }
}
