package dev.plankton.demodata.families;

import dev.plankton.demodata.sketch.Dice;
import dev.plankton.demodata.sketch.Family;
import dev.plankton.demodata.sketch.Sketch;

/** A pear-shaped copepod with short antennae and a long tail. */
final class Cyclopoida implements Family {

    @Override
    public String name() {
        return "Cyclopoida";
    }

    @Override
    public int typicalSize() {
        return 75;
    }

    @Override
    public double flexibility() {
        return 0.4;
    }

    @Override
    public void draw(Sketch sketch, Dice dice) {

        double width = dice.between(0.2, 0.31);
        Copepod.body(sketch, dice, width, dice.between(-0.22, 0.0));
        Copepod.antennae(sketch, dice, dice.between(0.3, 0.65), dice.between(0.1, 0.8));
        if (dice.chance(0.35)) {
            Copepod.legs(sketch, dice, width);
        }
    }
}
