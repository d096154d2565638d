package dev.plankton.demodata.families;

import dev.plankton.demodata.sketch.Curves;
import dev.plankton.demodata.sketch.Dice;
import dev.plankton.demodata.sketch.Family;
import dev.plankton.demodata.sketch.Sketch;
import java.awt.Shape;

/** A swollen, nearly clear dinoflagellate: a notch, strands from one point, a tentacle. */
final class Noctiluca implements Family {

    @Override
    public String name() {
        return "Noctiluca";
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

        double notch = dice.between(0.5, 0.9);
        Shape cell = Curves.closed(
                notch, 0, 0.9, 0.38, 0.55, 0.82, 0, 0.98, -0.68, 0.72, -0.97, 0, -0.68, -0.72, 0, -0.98, 0.55, -0.82,
                0.9, -0.38);
        sketch.fill(cell, dice.between(0.06, 0.28));
        sketch.outline(cell, dice.between(0.025, 0.06), dice.between(0.25, 0.6));
        double x = notch - 0.15;
        sketch.fill(Curves.blob(dice, x, 0, 0.16, 0.13, 0.2), dice.between(0.3, 0.7));
        int strands = dice.whole(5, 12);
        for (int i = 0; i < strands; i++) {
            double angle = Math.PI + dice.between(-1.9, 1.9);
            double reach = dice.between(0.4, 0.85) * (0.8 - 0.3 * Math.cos(angle));
            sketch.whip(
                    0.035,
                    dice.between(0.15, 0.45),
                    x,
                    0,
                    x + reach * 0.5 * Math.cos(angle),
                    reach * 0.5 * Math.sin(angle) + dice.normal(0.04),
                    x + reach * Math.cos(angle),
                    Math.clamp(reach * Math.sin(angle), -0.85, 0.85));
        }
        if (dice.chance(0.55)) {
            double bend = dice.normal(0.3);
            sketch.whip(0.09, 0.4, notch - 0.05, 0, notch + 0.3, bend / 2, notch + 0.55, bend);
        }
    }
}
