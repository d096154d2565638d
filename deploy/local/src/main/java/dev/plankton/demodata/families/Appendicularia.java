package dev.plankton.demodata.families;

import dev.plankton.demodata.sketch.Curves;
import dev.plankton.demodata.sketch.Dice;
import dev.plankton.demodata.sketch.Family;
import dev.plankton.demodata.sketch.Sketch;

/** A small dark trunk with a long, waving ribbon of a tail. */
final class Appendicularia implements Family {

    @Override
    public String name() {
        return "Appendicularia";
    }

    @Override
    public int typicalSize() {
        return 110;
    }

    @Override
    public double flexibility() {
        return 0.5;
    }

    @Override
    public void draw(Sketch sketch, Dice dice) {

        double trunk = dice.between(0.14, 0.26);
        double x = 0.75;
        sketch.fill(Curves.blob(dice, x, 0, trunk, trunk * dice.between(0.5, 0.8), 0.06), dice.between(0.4, 0.7));
        sketch.ellipse(x - trunk * 0.4, 0, trunk * 0.45, trunk * 0.35, 0.4);
        double swing = dice.normal(0.35);
        double curl = dice.normal(0.5);
        double[] axis = {
            x,
            -trunk * 0.4,
            x - 0.2,
            -trunk * 0.8 - swing * 0.3,
            x - 0.65,
            -trunk - swing * 0.7,
            x - 1.1,
            -trunk + swing * 0.2 + curl * 0.3,
            x - 1.55,
            -trunk + swing * 0.5 + curl
        };
        sketch.whip(dice.between(0.14, 0.26), dice.between(0.12, 0.3), axis);
        sketch.whip(dice.between(0.04, 0.08), dice.between(0.3, 0.6), axis);
        if (dice.chance(0.2)) {
            sketch.fill(Curves.blob(dice, x - 0.3, 0, 0.7, 0.5, 0.12), dice.between(0.04, 0.1));
        }
    }
}
