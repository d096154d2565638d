package dev.plankton.network;

/**
 * The inner loops of batch normalisation over values whose channel runs fastest (NHWC). Values per channel come repeated
 * to the length of the loops, so that every loop is over equally long arrays without a branch, which the virtual machine
 * turns into vector instructions.
 */
final class ChannelKernels {
    private ChannelKernels() {}

    /** sums += x - origin; squares += (x - origin)^2. */
    static void accumulate(float[] x, int length, float[] origin, float[] sums, float[] squares) {
        for (int i = 0; i < length; i++) {
            float distance = x[i] - origin[i];
            sums[i] += distance;
            squares[i] += distance * distance;
        }
    }

    /** x = max(0, scale x + offset). */
    static void rectify(float[] x, int length, float[] scale, float[] offset) {
        for (int i = 0; i < length; i++) {
            x[i] = Math.max(0f, x[i] * scale[i] + offset[i]);
        }
    }

    /** slopes = 0 where scale x + offset is not above 0. */
    static void gate(float[] x, float[] slopes, int length, float[] scale, float[] offset) {
        for (int i = 0; i < length; i++) {
            // 1 for everything above 0 (times the largest number it is at least 1), else 0.
            float open = Math.min(1f, Math.max(0f, x[i] * scale[i] + offset[i]) * Float.MAX_VALUE);
            slopes[i] *= open;
        }
    }

    /** sums += slopes; products += slopes (x - mean). */
    static void accumulateProducts(
            float[] x, float[] slopes, int length, float[] mean, float[] sums, float[] products) {
        for (int i = 0; i < length; i++) {
            sums[i] += slopes[i];
            products[i] += slopes[i] * (x[i] - mean[i]);
        }
    }

    /** slopes = scale slopes + bySlope x + constant. */
    static void combine(float[] x, float[] slopes, int length, float[] scale, float[] byValue, float[] constant) {
        for (int i = 0; i < length; i++) {
            slopes[i] = slopes[i] * scale[i] + x[i] * byValue[i] + constant[i];
        }
    }

    /** sums += slopes; slopes = scale slopes. */
    static void addAndScale(float[] slopes, int length, float[] scale, float[] sums) {
        for (int i = 0; i < length; i++) {
            sums[i] += slopes[i];
            slopes[i] *= scale[i];
        }
    }
}
