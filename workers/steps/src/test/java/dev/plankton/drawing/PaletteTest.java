package dev.plankton.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import org.junit.jupiter.api.Test;

final class PaletteTest {

    @Test
    void anyTwoColorsDifferByAtLeast26AndFromWhiteByMore() {
        for (int a = 0; a < Palette.size(); a++) {
            assertThat(distance(Palette.color(a), Color.WHITE)).isGreaterThan(26);
            for (int b = 0; b < a; b++) {
                assertThat(distance(Palette.color(a), Palette.color(b)))
                        .as("%d and %d", a, b)
                        .isGreaterThan(26);
            }
        }
    }

    private static double distance(Color a, Color b) {
        double[] p = lab(a);
        double[] q = lab(b);
        return Math.sqrt(Math.pow(p[0] - q[0], 2) + Math.pow(p[1] - q[1], 2) + Math.pow(p[2] - q[2], 2));
    }

    /** CIELAB under D65. */
    private static double[] lab(Color color) {
        double r = linear(color.getRed());
        double g = linear(color.getGreen());
        double b = linear(color.getBlue());
        double x = bend((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047);
        double y = bend(0.2126 * r + 0.7152 * g + 0.0722 * b);
        double z = bend((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883);
        return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
    }

    private static double linear(int component) {
        double value = component / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }

    private static double bend(double value) {
        return value > 216.0 / 24389 ? Math.cbrt(value) : value * 841 / 108 + 4.0 / 29;
    }
}
