package dev.plankton.relations;

import java.util.Arrays;

/**
 * One difference for each two images, sorted by length: indices and lengths only, the vectors themselves are never
 * held.
 *
 * @param sorted the length as the bits of a float above a * images + b, for a below b; ascending
 */
@SuppressWarnings("ArrayRecordComponent") // plain numbers
record Differences(int images, long[] sorted) {

    /**
     * @param classes class of each image
     * @param withinClass whether to take differences inside one class too
     */
    static Differences of(InnerProducts products, int[] classes, boolean withinClass) {
        int images = products.size();
        long[] packed = new long[Math.toIntExact((long) images * (images - 1) / 2)];
        int count = 0;
        for (int a = 0; a < images; a++) {
            for (int b = a + 1; b < images; b++) {
                if (withinClass || classes[a] != classes[b]) {
                    // The bits of floats that are not negative sort as the floats do.
                    float length = (float) Math.sqrt(products.squaredLength(a, b));
                    packed[count++] = (long) Float.floatToRawIntBits(length) << 32 | (long) a * images + b;
                }
            }
        }
        long[] sorted = Arrays.copyOf(packed, count);
        Arrays.sort(sorted);
        return new Differences(images, sorted);
    }

    int size() {
        return sorted.length;
    }

    int first(int difference) {
        return (int) (sorted[difference] & 0xffffffffL) / images;
    }

    int second(int difference) {
        return (int) (sorted[difference] & 0xffffffffL) % images;
    }
}
