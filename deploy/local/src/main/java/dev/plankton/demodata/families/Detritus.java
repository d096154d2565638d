package dev.plankton.demodata.families;

import dev.plankton.demodata.sketch.Curves;
import dev.plankton.demodata.sketch.Dice;
import dev.plankton.demodata.sketch.Family;
import dev.plankton.demodata.sketch.Sketch;

/** Marine snow: an irregular clump of crumbs and threads. */
final class Detritus implements Family {

    @Override
    public String name() {
        return "Detritus";
    }

    @Override
    public int typicalSize() {
        return 95;
    }

    @Override
    public double flexibility() {
        return 0.6;
    }

    @Override
    public void draw(Sketch sketch, Dice dice) {

        int lumps = dice.whole(3, 14);
        double spread = dice.between(0.15, 0.45);
        double flat = dice.between(0.4, 1);
        double rough = dice.between(0.12, 0.4);
        for (int i = 0; i < lumps; i++) {
            double size = dice.between(0.1, 0.5);
            sketch.fill(
                    Curves.blob(
                            dice,
                            dice.normal(spread),
                            dice.normal(spread * flat),
                            size,
                            size * dice.between(0.4, 1),
                            rough),
                    dice.between(0.08, 0.4));
        }
        int grains = dice.whole(0, 12);
        for (int i = 0; i < grains; i++) {
            double size = dice.between(0.02, 0.09);
            sketch.fill(
                    Curves.blob(dice, dice.normal(spread), dice.normal(spread * flat), size, size, 0.2),
                    dice.between(0.3, 0.7));
        }
        int threads = dice.whole(0, 5);
        for (int i = 0; i < threads; i++) {
            double x = dice.normal(spread);
            double y = dice.normal(spread);
            sketch.line(
                    dice.between(0.012, 0.05),
                    0.35,
                    x,
                    y,
                    x + dice.normal(0.3),
                    y + dice.normal(0.3),
                    x + dice.normal(0.5),
                    y + dice.normal(0.5));
        }
    }
}
