package dev.plankton.network;

/** A multi-layer perceptron on embeddings: ReLU layers, softmax, cross-entropy, SGD with momentum (SPEC 6). */
public record ClassifierSettings(
        int hiddenLayers, int units, double learningRate, double momentum, int batch, int epochs, long seed) {}
