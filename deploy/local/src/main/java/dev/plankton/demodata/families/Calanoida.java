package dev.plankton.demodata.families;

import dev.plankton.demodata.sketch.Dice;
import dev.plankton.demodata.sketch.Family;
import dev.plankton.demodata.sketch.Sketch;

/** A slender copepod whose antennae are about as long as its body. */
final class Calanoida implements Family {

    @Override
    public String name() {
        return "Calanoida";
    }

    @Override
    public int typicalSize() {
        return 110;
    }

    @Override
    public double flexibility() {
        return 0.3;
    }

    @Override
    public void draw(Sketch sketch, Dice dice) {

        double width = dice.between(0.15, 0.26);
        Copepod.body(sketch, dice, width, dice.between(-0.48, -0.3));
        Copepod.antennae(sketch, dice, dice.between(0.7, 1.35), dice.between(0, 0.95));
        if (dice.chance(0.5)) {
            Copepod.legs(sketch, dice, width);
        }
    }
}
