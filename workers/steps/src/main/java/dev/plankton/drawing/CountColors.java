package dev.plankton.drawing;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Colours for counts: white for none, then from light to dark blue by the count's logarithm, so that a single mistake
 * beside a hundred right answers still shows. The blues are ColorBrewer's.
 *
 * @param most the count that is darkest
 */
record CountColors(int most) {
    private static final int[] BLUES = {0xdeebf7, 0xc6dbef, 0x9ecae1, 0x6baed6, 0x4292c6, 0x2171b5, 0x08519c, 0x08306b};

    static CountColors of(int[][] counts) {
        return new CountColors(
                Arrays.stream(counts).flatMapToInt(Arrays::stream).max().orElse(0));
    }

    /** The counts that the colour scale shows: 0, then 1, 2, 5, 10, ... up to the greatest count, which is the last. */
    List<Integer> steps() {
        List<Integer> steps = new ArrayList<>(List.of(0));
        for (long decade = 1; decade < most; decade *= 10) {
            for (long multiple : new long[] {1, 2, 5}) {
                if (multiple * decade < most) {
                    steps.add((int) (multiple * decade));
                }
            }
        }
        if (most > 0) {
            steps.add(most);
        }
        return List.copyOf(steps);
    }

    Color color(int count) {
        if (count <= 0) {
            return Color.WHITE;
        }
        double position = strength(count) * (BLUES.length - 1);
        int below = (int) Math.min(position, BLUES.length - 2);
        return mix(new Color(BLUES[below]), new Color(BLUES[below + 1]), position - below);
    }

    /** A text colour that can be read on the colour of the count. */
    Color ink(int count) {
        return strength(count) > 0.5 ? Color.WHITE : new Color(0x303030);
    }

    private double strength(int count) {
        return most <= 1 ? 1 : Math.min(1, Math.log(Math.max(1, count)) / Math.log(most));
    }

    private static Color mix(Color a, Color b, double share) {
        return new Color(
                (int) Math.round(a.getRed() + share * (b.getRed() - a.getRed())),
                (int) Math.round(a.getGreen() + share * (b.getGreen() - a.getGreen())),
                (int) Math.round(a.getBlue() + share * (b.getBlue() - a.getBlue())));
    }
}
