package dev.plankton.network.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plankton.contracts.choices.Augment;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DistortionTest {
    private static final int SIDE = 33;
    private static final float[] AS_THEY_ARE = tones();

    private static float[] tones() {
        float[] tones = new float[256];
        for (int tone = 0; tone < tones.length; tone++) {
            tones[tone] = tone;
        }
        return tones;
    }

    @Test
    void aQuarterTurnIsThatOfTheSymmetries() {
        byte[] pixels = noise(1);
        Distortion turn = new Distortion(new double[] {0, -1, 0}, new double[] {1, 0, 0}, AS_THEY_ARE);
        Set<String> symmetries = new HashSet<>();
        for (int symmetry = 0; symmetry < 4; symmetry++) {
            symmetries.add(Arrays.toString(Symmetries.apply(symmetry, SIDE, pixels)));
        }
        assertThat(symmetries).contains(Arrays.toString(turn.apply(pixels, SIDE)));
        Distortion none = new Distortion(new double[] {1, 0, 0}, new double[] {0, 1, 0}, AS_THEY_ARE);
        assertThat(none.apply(pixels, SIDE)).isEqualTo(pixels);
    }

    /** A dark disc keeps its area and its place within what is allowed, and white stays white. */
    @Test
    void whatIsDrawnStaysWithinItsLimits() {
        byte[] disc = disc(6);
        double area = darkness(disc);
        double least = Double.MAX_VALUE;
        double most = 0;
        for (int seed = 0; seed < 300; seed++) {
            byte[] changed = Distortion.drawn(new SplittableRandom(seed)).apply(disc, SIDE);
            assertThat(changed[0]).isEqualTo((byte) 255);
            double ratio = darkness(changed) / area;
            least = Math.min(least, ratio);
            most = Math.max(most, ratio);
        }
        assertThat(least).isBetween(0.4, 0.75);
        assertThat(most).isBetween(1.3, 2.1);
    }

    @Test
    void blankPaperStaysBlank() {
        byte[] white = new byte[SIDE * SIDE];
        Arrays.fill(white, (byte) 255);
        for (int seed = 0; seed < 20; seed++) {
            assertThat(Distortion.drawn(new SplittableRandom(seed)).apply(white, SIDE))
                    .isEqualTo(white);
        }
    }

    @Test
    void drawsDependOnSeedRoundStepAndRowAlone() {
        byte[] pixels = noise(2);
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 2; i++) {
            seen.add(full(1, 1, 1, 0, pixels));
            seen.add(full(2, 1, 1, 0, pixels));
            seen.add(full(1, 2, 1, 0, pixels));
            seen.add(full(1, 1, 2, 0, pixels));
            seen.add(full(1, 1, 1, 1, pixels));
        }
        assertThat(seen).hasSize(5);
        assertThat(pixels).isEqualTo(noise(2));
        assertThat(Variation.of(Augment.NONE, 1, 1, 1).of(pixels, SIDE, 5, 0)).isEqualTo(pixels);
        assertThat(Variation.of(Augment.SYMMETRIES, 1, 1, 1).of(pixels, SIDE, 5, 0))
                .isEqualTo(Symmetries.apply(5, SIDE, pixels));
    }

    private static String full(long seed, int round, int step, int row, byte[] pixels) {
        return Arrays.toString(Variation.of(Augment.FULL, seed, round, step).of(pixels, SIDE, 0, row));
    }

    @Test
    void aPlaceBetweenPixelsIsTheirMean() {
        byte[] step = new byte[SIDE * SIDE];
        for (int i = 0; i < step.length; i++) {
            step[i] = (byte) (i % SIDE < SIDE / 2 ? 100 : 200);
        }
        Distortion half = new Distortion(new double[] {1, 0, 0.5 / SIDE}, new double[] {0, 1, 0}, AS_THEY_ARE);
        byte[] moved = half.apply(step, SIDE);
        assertThat(moved[SIDE / 2 - 1] & 0xFF).isEqualTo(150);
        assertThat((double) (moved[SIDE - 1] & 0xFF)).isCloseTo((200 + 255) / 2.0, within(1.0));
    }

    private static byte[] noise(long seed) {
        byte[] pixels = new byte[SIDE * SIDE];
        new SplittableRandom(seed).nextBytes(pixels);
        return pixels;
    }

    private static byte[] disc(int radius) {
        byte[] pixels = new byte[SIDE * SIDE];
        int centre = SIDE / 2;
        for (int i = 0; i < pixels.length; i++) {
            int x = i % SIDE - centre;
            int y = i / SIDE - centre;
            pixels[i] = (byte) (x * x + y * y <= radius * radius ? 50 : 255);
        }
        return pixels;
    }

    /** How many pixels are darker than half. */
    private static double darkness(byte[] pixels) {
        int dark = 0;
        for (byte pixel : pixels) {
            dark += (pixel & 0xFF) < 160 ? 1 : 0;
        }
        return dark;
    }
}
