package dev.plankton.demodata.families;

import dev.plankton.demodata.sketch.Curves;
import dev.plankton.demodata.sketch.Dice;
import dev.plankton.demodata.sketch.Sketch;

/** The body plan that the three copepod families share. */
final class Copepod {
    private Copepod() {}

    /**
     * Fore body, tail with its fork, gut and eye.
     *
     * @param width half width of the fore body
     * @param waist x where the fore body ends and the tail begins
     */
    static void body(Sketch sketch, Dice dice, double width, double waist) {
        double dark = dice.between(0.3, 0.65);
        double nose = dice.between(0.02, 0.06);
        double middle = (0.75 + waist) / 2 + dice.between(-0.05, 0.15);
        sketch.fill(
                Curves.body(0.78, nose, 0.62, width * 0.75, middle, width, waist + 0.1, width * 0.6, waist, 0.07),
                dark);
        sketch.fill(Curves.body(waist + 0.04, 0.075, -0.62, 0.05, -0.8, 0.045), dark * 0.9);
        segments(sketch, dice, width, waist);
        double length = dice.between(0.1, 0.3);
        for (int side = -1; side <= 1; side += 2) {
            sketch.line(0.035, dark, -0.78, side * 0.025, -0.88, side * 0.05);
            for (int i = 0; i < 3; i++) {
                double spread = side * (0.06 + 0.07 * i) * dice.between(0.6, 1.4);
                sketch.whip(
                        0.016,
                        0.5,
                        -0.87,
                        side * 0.05,
                        -0.9 - length / 2,
                        side * 0.05 + spread / 2,
                        -0.9 - length,
                        side * 0.05 + spread);
            }
        }
        sketch.ellipse(
                dice.between(0.0, 0.3), dice.normal(0.02), dice.between(0.1, 0.3), width * 0.4, dice.between(0.1, 0.5));
        if (dice.chance(0.6)) {
            sketch.ellipse(0.68, 0, 0.025, 0.025, 0.7);
        }
    }

    private static void segments(Sketch sketch, Dice dice, double width, double waist) {
        double strength = dice.between(0.05, 0.35);
        for (int i = 0; i < 4; i++) {
            double x = waist + 0.12 + i * 0.11;
            sketch.line(0.012, strength, x, -width * 0.75, x - 0.03, 0, x, width * 0.75);
        }
    }

    /** Both antennae. @param length in units @param sweep 0 straight out to the sides, 1 laid back along the body */
    static void antennae(Sketch sketch, Dice dice, double length, double sweep) {
        for (int side = -1; side <= 1; side += 2) {
            double angle = Math.PI / 2 + sweep * Math.PI / 2 * dice.between(0.75, 1.15);
            double curl = dice.normal(0.12) - 0.1;
            double dx = Math.cos(angle) * length;
            double dy = Math.sin(angle) * length;
            sketch.whip(
                    dice.between(0.025, 0.045),
                    dice.between(0.35, 0.7),
                    0.66,
                    side * 0.05,
                    0.68 + dx * 0.3,
                    side * (0.08 + dy * 0.35),
                    0.66 + dx * 0.65 + curl * 0.4,
                    side * (0.08 + dy * 0.7),
                    0.64 + dx + curl,
                    side * (0.06 + dy));
        }
    }

    /** Swimming legs, seen when the animal lies on its side. */
    static void legs(Sketch sketch, Dice dice, double width) {
        int legs = dice.whole(4, 6);
        double lean = dice.between(-0.15, 0.25);
        for (int i = 0; i < legs; i++) {
            double x = 0.55 - 0.14 * i;
            double reach = width * dice.between(0.9, 1.7);
            sketch.whip(
                    0.045,
                    0.4,
                    x,
                    -width * 0.7,
                    x - lean / 2,
                    -width * 0.7 - reach / 2,
                    x - lean,
                    -width * 0.7 - reach);
        }
    }
}
