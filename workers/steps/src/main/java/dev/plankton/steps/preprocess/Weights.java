package dev.plankton.steps.preprocess;

/**
 * The share of each input pixel in each output pixel, along one axis. The weights of an output pixel add up to 1.
 *
 * @param first first input pixel of each output pixel
 * @param values weights from there on
 */
@SuppressWarnings("ArrayRecordComponent") // plain numbers
record Weights(int[] first, float[][] values) {
    private static final double BICUBIC_REACH = 2;

    /** Interpolation for enlarging, with Keys' cubic (a = -0.5). Pixels beyond the border are not used. */
    static Weights bicubic(int input, int output) {
        int[] first = new int[output];
        float[][] values = new float[output][];
        double scale = (double) input / output;
        for (int i = 0; i < output; i++) {
            double centre = (i + 0.5) * scale;
            int from = Math.max(0, (int) Math.floor(centre - BICUBIC_REACH + 0.5));
            int to = Math.min(input, (int) Math.floor(centre + BICUBIC_REACH + 0.5));
            double[] weights = new double[to - from];
            for (int k = 0; k < weights.length; k++) {
                weights[k] = cubic(from + k + 0.5 - centre);
            }
            first[i] = from;
            values[i] = normalised(weights);
        }
        return new Weights(first, values);
    }

    /** Averages for shrinking: the weight of an input pixel is the part of it that the output pixel covers. */
    static Weights area(int input, int output) {
        int[] first = new int[output];
        float[][] values = new float[output][];
        double scale = (double) input / output;
        for (int i = 0; i < output; i++) {
            double begin = i * scale;
            double end = Math.min(input, begin + scale);
            int from = (int) begin;
            int to = Math.min(input, (int) Math.ceil(end));
            double[] weights = new double[to - from];
            for (int k = 0; k < weights.length; k++) {
                weights[k] = Math.max(0, Math.min(end, from + k + 1.0) - Math.max(begin, from + k));
            }
            first[i] = from;
            values[i] = normalised(weights);
        }
        return new Weights(first, values);
    }

    private static double cubic(double distance) {
        double x = Math.abs(distance);
        if (x < 1) {
            return (1.5 * x - 2.5) * x * x + 1;
        }
        return x < 2 ? ((-0.5 * x + 2.5) * x - 4) * x + 2 : 0;
    }

    private static float[] normalised(double[] weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        float[] values = new float[weights.length];
        for (int k = 0; k < values.length; k++) {
            values[k] = (float) (weights[k] / sum);
        }
        return values;
    }
}
