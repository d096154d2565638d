package dev.plankton.demodata.families;

import dev.plankton.demodata.sketch.Curves;
import dev.plankton.demodata.sketch.Dice;
import dev.plankton.demodata.sketch.Family;
import dev.plankton.demodata.sketch.Sketch;

/** A copepod, slender or pear-shaped, that carries one or two sacs of eggs. */
final class CopepodWithEggs implements Family {

    @Override
    public String name() {
        return "Copepoda_eggs";
    }

    @Override
    public int typicalSize() {
        return 95;
    }

    @Override
    public double flexibility() {
        return 0.3;
    }

    @Override
    public void draw(Sketch sketch, Dice dice) {

        double width = dice.between(0.17, 0.29);
        double waist = dice.between(-0.42, -0.1);
        Copepod.body(sketch, dice, width, waist);
        Copepod.antennae(sketch, dice, dice.between(0.3, 1.0), dice.between(0.1, 0.9));
        double length = dice.between(0.16, 0.32);
        if (dice.chance(0.3)) {
            sac(sketch, dice, waist - length * 0.7, -dice.between(0.06, 0.14), length);
        } else {
            double apart = dice.between(0.13, 0.24);
            sac(sketch, dice, waist - length * 0.7, apart, length);
            sac(sketch, dice, waist - length * 0.7, -apart, length);
        }
    }

    private static void sac(Sketch sketch, Dice dice, double x, double y, double length) {
        double width = length * dice.between(0.4, 0.7);
        sketch.fill(Curves.blob(dice, x, y, length, width, 0.05), 0.3);
        int eggs = dice.whole(6, 18);
        double size = dice.between(0.035, 0.06);
        for (int i = 0; i < eggs; i++) {
            double angle = dice.between(0, 2 * Math.PI);
            double reach = Math.sqrt(dice.between(0, 1));
            sketch.ellipse(
                    x + reach * length * 0.85 * Math.cos(angle),
                    y + reach * width * 0.8 * Math.sin(angle),
                    size,
                    size,
                    0.4);
        }
    }
}
