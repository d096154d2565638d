package dev.plankton.demodata.families;

import dev.plankton.demodata.sketch.Curves;
import dev.plankton.demodata.sketch.Dice;
import dev.plankton.demodata.sketch.Family;
import dev.plankton.demodata.sketch.Sketch;
import java.awt.Shape;

/** A jellyfish: a clear bell, canals, a mouth stalk and trailing tentacles. */
final class Medusa implements Family {

    @Override
    public String name() {
        return "Hydromedusae";
    }

    @Override
    public int typicalSize() {
        return 160;
    }

    @Override
    public double flexibility() {
        return 0.2;
    }

    @Override
    public void draw(Sketch sketch, Dice dice) {

        double height = dice.between(0.5, 1.0);
        double half = dice.between(0.5, 0.85);
        Shape bell = Curves.closed(
                0.9,
                0,
                0.9 - height * 0.15,
                half * 0.6,
                0.9 - height * 0.6,
                half * 0.98,
                0.9 - height,
                half * 0.85,
                0.95 - height * 0.92,
                half * 0.3,
                0.95 - height * 0.92,
                -half * 0.3,
                0.9 - height,
                -half * 0.85,
                0.9 - height * 0.6,
                -half * 0.98,
                0.9 - height * 0.15,
                -half * 0.6);
        sketch.fill(bell, dice.between(0.06, 0.25));
        sketch.outline(bell, dice.between(0.02, 0.06), dice.between(0.2, 0.5));
        int canals = dice.whole(2, 4);
        for (int i = 0; i < canals; i++) {
            double y = half * 0.8 * (2.0 * i / (canals - 1) - 1);
            sketch.line(0.025, 0.25, 0.8, y * 0.1, 0.9 - height * 0.5, y * 0.9, 0.93 - height, y);
        }
        double stalk = height * dice.between(0.3, 0.9);
        sketch.whip(
                dice.between(0.1, 0.22),
                dice.between(0.3, 0.6),
                0.75,
                0,
                0.75 - stalk / 2,
                dice.normal(0.03),
                0.75 - stalk,
                dice.normal(0.06));
        int tentacles = dice.whole(3, 16);
        double length = dice.between(0.2, 1.1);
        for (int i = 0; i < tentacles; i++) {
            double y = half * 0.85 * (2 * (i + 0.5) / tentacles - 1);
            double reach = length * dice.between(0.5, 1.1);
            double sway = dice.normal(0.12);
            sketch.whip(
                    0.04,
                    dice.between(0.25, 0.5),
                    0.92 - height,
                    y,
                    0.9 - height - reach * 0.4,
                    y * 1.1 + sway,
                    0.9 - height - reach * 0.7,
                    y * 1.1 - sway,
                    0.9 - height - reach,
                    y * 1.2 + sway);
        }
    }
}
