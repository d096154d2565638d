package dev.plankton.network.data;

import java.util.SplittableRandom;

/**
 * A random change of an image that leaves its class as it is: any turn, perhaps mirrored, a little larger or smaller,
 * sheared, moved, darker or lighter. What comes in from outside is background, which is white.
 *
 * @param toX how a place of the result, relative to the centre, maps to the source: x = toX[0] x + toX[1] y + toX[2]
 * @param toY the same for y
 * @param tones the new grey value of each grey value; white stays white
 */
@SuppressWarnings("ArrayRecordComponent") // plain numbers
record Distortion(double[] toX, double[] toY, float[] tones) {
    /** Tells these draws from those of batches. */
    static final long PURPOSE = 100;

    private static final double LARGEST_SCALE = 1.25;
    private static final double LARGEST_SHEAR = 0.15;
    /** As a share of the side. */
    private static final double LARGEST_MOVE = 0.06;

    private static final double LARGEST_CONTRAST = 1.35;
    private static final double LARGEST_GAMMA = 1.4;
    private static final int TONES = 256;
    private static final int WHITE = 255;

    static Distortion drawn(SplittableRandom random) {
        double angle = 2 * Math.PI * random.nextDouble();
        double mirrored = random.nextBoolean() ? -1 : 1;
        double zoom = factor(random, LARGEST_SCALE);
        double shear = signed(random, LARGEST_SHEAR);
        double cos = Math.cos(angle) / zoom;
        double sin = Math.sin(angle) / zoom;
        double[] toX = {mirrored * cos, mirrored * (shear * cos - sin), signed(random, LARGEST_MOVE)};
        double[] toY = {sin, shear * sin + cos, signed(random, LARGEST_MOVE)};
        double contrast = factor(random, LARGEST_CONTRAST);
        double gamma = factor(random, LARGEST_GAMMA);
        float[] tones = new float[TONES];
        for (int tone = 0; tone < TONES; tone++) {
            double darkness = contrast * Math.pow((WHITE - tone) / (double) WHITE, gamma);
            tones[tone] = (float) (WHITE * (1 - Math.min(1, darkness)));
        }
        return new Distortion(toX, toY, tones);
    }

    /** A factor between 1 / most and most, as likely to be above 1 as below. */
    private static double factor(SplittableRandom random, double most) {
        return Math.exp(signed(random, Math.log(most)));
    }

    private static double signed(SplittableRandom random, double most) {
        return (2 * random.nextDouble() - 1) * most;
    }

    /** @param pixels side x side grey values, which are not changed */
    byte[] apply(byte[] pixels, int side) {
        byte[] result = new byte[pixels.length];
        double centre = (side - 1) / 2.0;
        for (int row = 0; row < side; row++) {
            for (int column = 0; column < side; column++) {
                double x = column - centre;
                double y = row - centre;
                result[row * side + column] = (byte) Math.round(between(
                        pixels,
                        side,
                        centre + toX[0] * x + toX[1] * y + toX[2] * side,
                        centre + toY[0] * x + toY[1] * y + toY[2] * side));
            }
        }
        return result;
    }

    /** The value at a place between pixels, weighted by distance. */
    private float between(byte[] pixels, int side, double x, double y) {
        int left = (int) Math.floor(x);
        int top = (int) Math.floor(y);
        float right = (float) (x - left);
        float down = (float) (y - top);
        float upper = (1 - right) * tone(pixels, side, left, top) + right * tone(pixels, side, left + 1, top);
        float lower = (1 - right) * tone(pixels, side, left, top + 1) + right * tone(pixels, side, left + 1, top + 1);
        return (1 - down) * upper + down * lower;
    }

    private float tone(byte[] pixels, int side, int x, int y) {
        return x < 0 || y < 0 || x >= side || y >= side ? WHITE : tones[pixels[y * side + x] & 0xFF];
    }
}
