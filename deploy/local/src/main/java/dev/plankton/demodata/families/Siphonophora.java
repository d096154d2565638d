package dev.plankton.demodata.families;

import dev.plankton.demodata.sketch.Curves;
import dev.plankton.demodata.sketch.Dice;
import dev.plankton.demodata.sketch.Family;
import dev.plankton.demodata.sketch.Sketch;
import java.awt.Shape;

/** A colony: pointed swimming bells on a stem with clusters along it. */
final class Siphonophora implements Family {

    @Override
    public String name() {
        return "Siphonophora";
    }

    @Override
    public int typicalSize() {
        return 200;
    }

    @Override
    public double flexibility() {
        return 0.8;
    }

    @Override
    public void draw(Sketch sketch, Dice dice) {

        int bells = dice.whole(1, 5);
        double width = dice.between(0.12, 0.24);
        double length = bells == 1 ? dice.between(0.7, 1.1) : dice.between(0.24, 0.36);
        for (int i = 0; i < bells; i++) {
            double x = 1 - i * length * 0.7;
            double y = bells == 1 ? 0 : (i % 2 == 0 ? 1 : -1) * width * 0.55;
            Shape bell = Curves.closed(
                    x,
                    y * 0.3,
                    x - length * 0.35,
                    y + width * 0.6,
                    x - length,
                    y + width * 0.75,
                    x - length * 0.9,
                    y,
                    x - length,
                    y - width * 0.75,
                    x - length * 0.35,
                    y - width * 0.6);
            sketch.fill(bell, dice.between(0.08, 0.25));
            sketch.outline(bell, 0.025, dice.between(0.3, 0.55));
            sketch.line(0.03, 0.3, x - length * 0.2, y * 0.5, x - length * 0.5, y, x - length * 0.85, y);
        }
        double start = 1 - bells * length * 0.7 - 0.1;
        double end = dice.between(-1.2, Math.min(start - 0.2, -0.2));
        sketch.line(0.03, 0.45, start + 0.3, 0, (start + end) / 2, dice.normal(0.05), end, dice.normal(0.1));
        int clusters = dice.whole(2, 9);
        for (int i = 0; i < clusters; i++) {
            double x = start + (end - start) * (i + 0.3) / clusters;
            double size = dice.between(0.03, 0.09);
            sketch.fill(Curves.blob(dice, x, dice.normal(0.03), size * 1.3, size, 0.25), dice.between(0.25, 0.6));
            if (dice.chance(0.6)) {
                double sway = dice.normal(0.15);
                sketch.whip(0.02, 0.4, x, 0, x - 0.08, -0.15 + sway / 2, x - 0.05 + sway, -0.35);
            }
        }
    }
}
