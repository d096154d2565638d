package dev.plankton.network.architecture;

import dev.plankton.contracts.choices.Head;

/** The function that turns outputs of the dense layer into embeddings, and its gradient. */
public final class HeadFunction {
    /** Shorter outputs are scaled as if they were this long, so that zero stays zero. */
    public static final double LEAST_LENGTH = 1e-12;

    private HeadFunction() {}

    /**
     * Forward pass.
     *
     * @param output output of the dense layer, length dimensions
     * @return the embedding, length dimensions
     */
    public static double[] embedding(Head head, double[] output) {
        double[] embedding = new double[output.length];
        double length = head == Head.SPHERE ? length(output) : 1;
        for (int i = 0; i < output.length; i++) {
            embedding[i] = switch (head) {
                case SIGMOID -> 1 / (1 + Math.exp(-output[i]));
                case SPHERE -> output[i] / length;
            };
        }
        return embedding;
    }

    /** The same for each row. @param outputs shape rows x dimensions */
    public static double[][] embeddings(Head head, double[][] outputs) {
        double[][] embeddings = new double[outputs.length][];
        for (int row = 0; row < outputs.length; row++) {
            embeddings[row] = embedding(head, outputs[row]);
        }
        return embeddings;
    }

    /**
     * Backward pass. All arrays have the length dimensions.
     *
     * @param output output of the dense layer
     * @param embedding its embedding
     * @param slopes gradient of the loss with respect to the embedding
     * @return gradient of the loss with respect to the output
     */
    public static double[] backwards(Head head, double[] output, double[] embedding, double[] slopes) {
        double[] back = new double[output.length];
        double length = head == Head.SPHERE ? length(output) : 1;
        double along = head == Head.SPHERE ? dot(embedding, slopes) : 0;
        for (int i = 0; i < output.length; i++) {
            back[i] = switch (head) {
                case SIGMOID -> slopes[i] * embedding[i] * (1 - embedding[i]);
                case SPHERE -> (slopes[i] - embedding[i] * along) / length;
            };
        }
        return back;
    }

    /** The values rounded to 32 bits. */
    public static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }

    /** The Euclidean length of a vector, at least {@link #LEAST_LENGTH}. */
    public static double length(double[] vector) {
        return Math.max(LEAST_LENGTH, Math.sqrt(dot(vector, vector)));
    }

    private static double dot(double[] left, double[] right) {
        double sum = 0;
        for (int i = 0; i < left.length; i++) {
            sum += left[i] * right[i];
        }
        return sum;
    }
}
