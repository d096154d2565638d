package dev.plankton.network.dl4j;

/**
 * The inner loops of batch normalisation over values whose channel varies fastest (NHWC). Values per channel are
 * repeated to the length of the loops. So every loop runs over arrays of equal length without a branch, and the virtual
 * machine can use vector instructions. {@code slopes} are gradients of the loss.
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
            // 1 for values above 0 (times the largest float they are at least 1), otherwise 0.
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

    /** slopes = scale slopes + byValue x + constant. */
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
