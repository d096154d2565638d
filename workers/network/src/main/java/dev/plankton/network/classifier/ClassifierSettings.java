package dev.plankton.network.classifier;

/**
 * A multi-layer perceptron on embeddings: ReLU layers, softmax, cross-entropy, SGD with momentum (SPEC 6).
 *
 * @param hiddenLayers number of hidden layers
 * @param units units in each hidden layer
 * @param batch vectors per batch
 * @param epochs passes over the training vectors, at most
 * @param patience epochs in a row without a better validation accuracy after which training ends; 0 for never
 * @param maxBatches training ends with the epoch that reaches this many batches; 0 for no limit
 * @param seed decides the first weights and the order of the vectors
 */
public record ClassifierSettings(
        int hiddenLayers,
        int units,
        double learningRate,
        double momentum,
        int batch,
        int epochs,
        int patience,
        int maxBatches,
        long seed) {
    /** @throws IllegalArgumentException if training with these values is impossible; the message is one sentence */
    public ClassifierSettings {
        require(hiddenLayers >= 0, "classifierHiddenLayers must be at least 0, but it is " + hiddenLayers);
        require(units >= 1, "classifierUnits must be at least 1, but it is " + units);
        require(
                learningRate > 0 && Double.isFinite(learningRate),
                "classifierLearningRate must be above 0, but it is " + learningRate);
        require(
                momentum >= 0 && momentum < 1,
                "classifierMomentum must be at least 0 and below 1, but it is " + momentum);
        require(batch >= 1, "classifierBatch must be at least 1, but it is " + batch);
        require(epochs >= 1, "classifierEpochs must be at least 1, but it is " + epochs);
        require(patience >= 0, "classifierPatience must be at least 0, but it is " + patience);
        require(maxBatches >= 0, "classifierMaxBatches must be at least 0, but it is " + maxBatches);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
