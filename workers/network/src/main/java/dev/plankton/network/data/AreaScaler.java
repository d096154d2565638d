package dev.plankton.network.data;

import java.util.Arrays;

/** Scales square grey images down by area averaging. */
public final class AreaScaler {
    private static final int WHITE = 255;

    private AreaScaler() {}

    /**
     * Each pixel of the result is the mean, rounded half up, of its part of the image. Pixels on the edge of that part
     * count by the share that lies inside. The computation uses whole numbers and is exact: a white image stays white,
     * and a mirrored or turned image gives the mirrored or turned result.
     *
     * @param pixels from x from bytes, row by row, 0 black to 255 white
     * @param from height and width of the image in pixels
     * @param to height and width of the result in pixels, at most {@code from}
     * @return to x to bytes
     * @throws IllegalArgumentException if the sizes do not fit
     */
    public static byte[] scale(byte[] pixels, int from, int to) {
        if (from > 2900) { // the sums below would leave the range of an int
            throw new IllegalArgumentException("cannot scale images of side %d: at most 2900".formatted(from));
        }
        if (pixels.length != from * from || to > from || to < 1) {
            throw new IllegalArgumentException(
                    "cannot scale %d pixels of side %d to side %d".formatted(pixels.length, from, to));
        }
        return to == from ? pixels.clone() : average(pixels, from, to);
    }

    // In units of 1/to of a pixel, source pixel s spans [s * to, (s + 1) * to) and target pixel t [t * from, (t + 1) *
    // from).
    private static byte[] average(byte[] pixels, int from, int to) {
        byte[] scaled = new byte[to * to];
        int[] band = new int[from];
        for (int row = 0; row < to; row++) {
            Arrays.fill(band, 0);
            int start = row * from;
            int end = start + from;
            for (int source = start / to; source * to < end; source++) {
                addRow(band, pixels, source * from, overlap(source * to, to, start, end));
            }
            averageColumns(band, from, to, scaled, row * to);
        }
        return scaled;
    }

    private static void addRow(int[] band, byte[] pixels, int offset, int weight) {
        for (int x = 0; x < band.length; x++) {
            band[x] += weight * (pixels[offset + x] & WHITE);
        }
    }

    private static void averageColumns(int[] band, int from, int to, byte[] scaled, int offset) {
        int area = from * from;
        for (int column = 0; column < to; column++) {
            int start = column * from;
            int end = start + from;
            int sum = area / 2;
            for (int source = start / to; source * to < end; source++) {
                sum += overlap(source * to, to, start, end) * band[source];
            }
            scaled[offset + column] = (byte) (sum / area);
        }
    }

    private static int overlap(int sourceStart, int length, int start, int end) {
        return Math.min(sourceStart + length, end) - Math.max(sourceStart, start);
    }
}
