package dev.plankton.demodata.families;

import dev.plankton.demodata.sketch.Curves;
import dev.plankton.demodata.sketch.Dice;
import dev.plankton.demodata.sketch.Family;
import dev.plankton.demodata.sketch.Sketch;

/** A round egg: membrane, yolk, perhaps an oil drop or an embryo. */
final class Egg implements Family {

    @Override
    public String name() {
        return "Egg";
    }

    @Override
    public int typicalSize() {
        return 60;
    }

    @Override
    public double flexibility() {
        return 0.0;
    }

    @Override
    public void draw(Sketch sketch, Dice dice) {

        double dark = dice.between(0.08, 0.4);
        sketch.ellipse(0, 0, 1, 1, dark);
        sketch.outline(Curves.blob(dice, 0, 0, 0.97, 0.97, 0.008), dice.between(0.03, 0.12), dice.between(0.3, 0.7));
        double yolk = dice.between(0.5, 0.85);
        double x = dice.normal(0.06);
        double y = dice.normal(0.06);
        sketch.fill(Curves.blob(dice, x, y, yolk, yolk, 0.02), dice.between(0.1, 0.6));
        int drops = dice.whole(0, 3);
        for (int i = 0; i < drops; i++) {
            double size = dice.between(0.06, 0.18);
            sketch.ellipse(x + dice.normal(yolk / 3), y + dice.normal(yolk / 3), size, size, dice.between(0.2, 0.6));
        }
        if (dice.chance(0.25)) {
            sketch.whip(0.24, 0.45, 0.5, 0.2, 0.1, 0.55, -0.4, 0.35, -0.5, -0.2, -0.2, -0.5);
        }
    }
}
