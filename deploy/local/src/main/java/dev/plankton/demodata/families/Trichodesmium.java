package dev.plankton.demodata.families;

import dev.plankton.demodata.sketch.Dice;
import dev.plankton.demodata.sketch.Family;
import dev.plankton.demodata.sketch.Sketch;

/** A bundle of many filaments, frayed at both ends. */
final class Trichodesmium implements Family {

    @Override
    public String name() {
        return "Trichodesmium";
    }

    @Override
    public int typicalSize() {
        return 120;
    }

    @Override
    public double flexibility() {
        return 0.6;
    }

    @Override
    public void draw(Sketch sketch, Dice dice) {

        int filaments = dice.whole(8, 34);
        double half = dice.between(0.06, 0.28);
        double fray = dice.between(0.02, 0.3);
        double width = dice.between(0.015, 0.04);
        double dark = dice.between(0.15, 0.35);
        for (int i = 0; i < filaments; i++) {
            double middle = dice.normal(half / 2);
            double shift = dice.normal(0.12);
            double left = middle + dice.normal(fray);
            double right = middle + dice.normal(fray);
            double reach = dice.between(0.55, 1);
            sketch.line(
                    width,
                    dark,
                    shift - reach,
                    left,
                    shift - reach / 3,
                    middle * 0.9,
                    shift + reach / 3,
                    middle,
                    shift + reach,
                    right);
        }
    }
}
