package dev.plankton.network;

/** A multi-layer perceptron on embeddings: ReLU layers, softmax, cross-entropy, SGD with momentum (SPEC 6). */
public record ClassifierSettings(
        int hiddenLayers, int units, double learningRate, double momentum, int batch, int epochs, long seed) {
    /** @throws IllegalArgumentException for what cannot be trained with, in one sentence */
    public ClassifierSettings {
        require(hiddenLayers >= 0, "classifierHiddenLayers must be at least 0, and is " + hiddenLayers);
        require(units >= 1, "classifierUnits must be at least 1, and is " + units);
        require(
                learningRate > 0 && Double.isFinite(learningRate),
                "classifierLearningRate must be above 0, and is " + learningRate);
        require(momentum >= 0 && momentum < 1, "classifierMomentum must be at least 0 and below 1, and is " + momentum);
        require(batch >= 1, "classifierBatch must be at least 1, and is " + batch);
        require(epochs >= 1, "classifierEpochs must be at least 1, and is " + epochs);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
