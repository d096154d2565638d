package dev.plankton.demodata.families;

import dev.plankton.demodata.sketch.Curves;
import dev.plankton.demodata.sketch.Dice;
import dev.plankton.demodata.sketch.Family;
import dev.plankton.demodata.sketch.Sketch;

/** A dark capsule in a halo, with radial spines. */
final class Radiolaria implements Family {

    @Override
    public String name() {
        return "Radiolaria";
    }

    @Override
    public int typicalSize() {
        return 70;
    }

    @Override
    public double flexibility() {
        return 0.0;
    }

    @Override
    public void draw(Sketch sketch, Dice dice) {

        double core = dice.between(0.25, 0.55);
        double halo = Math.min(0.95, core * dice.between(1.2, 2));
        sketch.fill(Curves.blob(dice, 0, 0, halo, halo, 0.03), dice.between(0.1, 0.3));
        sketch.fill(Curves.blob(dice, 0, 0, core, core, 0.05), dice.between(0.4, 0.75));
        int spines = dice.whole(8, 26);
        double width = dice.between(0.015, 0.045);
        double wavering = dice.between(0.03, 0.2);
        for (int i = 0; i < spines; i++) {
            double angle = 2 * Math.PI * (i + dice.normal(0.2)) / spines;
            double reach = Math.max(halo * 1.02, 1 - Math.abs(dice.normal(wavering)));
            double cos = Math.cos(angle);
            double sin = Math.sin(angle);
            sketch.whip(
                    width,
                    0.5,
                    core * cos,
                    core * sin,
                    (core + reach) / 2 * cos,
                    (core + reach) / 2 * sin,
                    reach * cos,
                    reach * sin);
        }
    }
}
