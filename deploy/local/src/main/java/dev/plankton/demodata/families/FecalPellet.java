package dev.plankton.demodata.families;

import dev.plankton.demodata.sketch.Curves;
import dev.plankton.demodata.sketch.Dice;
import dev.plankton.demodata.sketch.Family;
import dev.plankton.demodata.sketch.Sketch;

/** A dense, blunt or tapered rod. */
final class FecalPellet implements Family {

    @Override
    public String name() {
        return "Fecal_pellet";
    }

    @Override
    public int typicalSize() {
        return 65;
    }

    @Override
    public double flexibility() {
        return 0.8;
    }

    @Override
    public void draw(Sketch sketch, Dice dice) {

        double half = dice.between(0.12, 0.36);
        double dark = dice.between(0.45, 0.8);
        double taper = dice.between(0.4, 1);
        sketch.fill(
                Curves.body(
                        1,
                        half * 0.3 * taper,
                        0.9,
                        half * 0.8 * taper,
                        0.4 + dice.normal(0.1),
                        half * dice.between(0.85, 1.1),
                        -0.4,
                        half * dice.between(0.85, 1.1),
                        -0.9,
                        half * 0.8,
                        -1,
                        half * 0.35),
                dark);
        int crumbs = dice.whole(0, 8);
        for (int i = 0; i < crumbs; i++) {
            double size = dice.between(0.03, 0.12);
            sketch.fill(
                    Curves.blob(dice, dice.between(-0.9, 0.9), dice.normal(half / 2), size, size, 0.2),
                    dice.between(0.1, 0.4));
        }
        if (dice.chance(0.3)) {
            sketch.whip(half * 0.5, dark * 0.7, -0.95, 0, -1.15, dice.normal(0.08), -1.4, dice.normal(0.15));
        }
    }
}
