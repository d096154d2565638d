package dev.plankton.demodata.families;

import dev.plankton.demodata.sketch.Curves;
import dev.plankton.demodata.sketch.Dice;
import dev.plankton.demodata.sketch.Family;
import dev.plankton.demodata.sketch.Sketch;

/** A sea butterfly: a dark coiled shell, sometimes with its wings out. */
final class Limacina implements Family {

    @Override
    public String name() {
        return "Limacina";
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

        double growth = dice.between(0.1, 0.16);
        double turns = dice.between(2.2, 3.2);
        int steps = (int) (turns * 10);
        double squash = dice.between(0.6, 1);
        double dark = dice.between(0.3, 0.55);
        double last = Math.exp(growth * 2 * Math.PI * turns);
        double[] spiral = new double[2 * steps + 2];
        for (int i = 0; i <= steps; i++) {
            double angle = 2 * Math.PI * turns * i / steps;
            double radius = 0.62 * Math.exp(growth * angle) / last;
            spiral[2 * i] = radius * Math.cos(angle);
            spiral[2 * i + 1] = radius * squash * Math.sin(angle);
            double size = radius * 0.3;
            sketch.ellipse(spiral[2 * i], spiral[2 * i + 1], size, size * squash, dark * 0.25);
        }
        sketch.ellipse(0, 0, 0.58, 0.58 * squash, dark);
        sketch.line(0.04, dice.between(0.2, 0.5), spiral);
        double x = spiral[2 * steps];
        double y = spiral[2 * steps + 1];
        if (dice.chance(0.5)) {
            for (int side = -1; side <= 1; side += 2) {
                double reach = dice.between(0.35, 0.7);
                sketch.fill(
                        Curves.closed(
                                x,
                                y,
                                x + reach * 0.5,
                                y + side * reach * 0.4 + 0.1,
                                x + reach * 0.9,
                                y + side * reach * 0.9,
                                x + reach * 0.3,
                                y + side * reach * 0.8),
                        0.25);
            }
        }
    }
}
