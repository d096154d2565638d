package dev.plankton.network.classifier;

/**
 * A multi-layer perceptron that an engine computes: ReLU layers, then softmax with cross-entropy (SPEC 6). Owns native
 * memory until closed. One thread at a time.
 */
public interface Perceptron extends AutoCloseable {

    /** The sizes of its layers: length of a vector, number of hidden layers, units in each, and number of classes. */
    record Shape(int dimensions, int hiddenLayers, int units, int classes) {
        /** Inputs of each layer, the layer of classes last. */
        public int[] inputs() {
            int[] inputs = new int[hiddenLayers + 1];
            for (int layer = 0; layer < inputs.length; layer++) {
                inputs[layer] = layer == 0 ? dimensions : units;
            }
            return inputs;
        }

        /** Outputs of each layer, the layer of classes last. */
        public int[] outputs() {
            int[] outputs = new int[hiddenLayers + 1];
            for (int layer = 0; layer < outputs.length; layer++) {
                outputs[layer] = layer == hiddenLayers ? classes : units;
            }
            return outputs;
        }

        /** Number of parameters in total. */
        public int parameters() {
            int count = 0;
            for (int layer = 0; layer <= hiddenLayers; layer++) {
                count += (inputs()[layer] + 1) * outputs()[layer];
            }
            return count;
        }
    }

    /** Makes perceptrons on one engine. */
    @FunctionalInterface
    interface Factory {
        /**
         * Prepares a perceptron.
         *
         * @param parameters layer after layer: weights, outputs x inputs row by row, then one bias for each output
         * @param momentum momentum of the gradient descent
         */
        Perceptron create(Shape shape, float[] parameters, double momentum);
    }

    /**
     * One step of gradient descent on the mean cross-entropy of a batch.
     *
     * @param vectors shape images x dimensions
     * @param labels class of each vector, from 0
     */
    void learn(float[][] vectors, int[] labels, double learningRate);

    /**
     * The probability of each class.
     *
     * @param vectors shape images x dimensions
     * @return shape images x classes, each row adds up to 1
     */
    float[][] probabilities(float[][] vectors);

    /** The current parameters, laid out as {@link Factory#create} takes them. */
    float[] parameters();

    /** Replaces all parameters, laid out as {@link Factory#create} takes them. */
    void restore(float[] parameters);

    @Override
    void close();
}
