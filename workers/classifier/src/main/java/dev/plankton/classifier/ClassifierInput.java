package dev.plankton.classifier;

import dev.plankton.network.ClassifierSettings;
import dev.plankton.runtime.step.BadInputException;

/**
 * What to train on and how (SPEC 6).
 *
 * @param embeddings artifact id of an {@link dev.plankton.runtime.formats.EmbeddingsManifest}; its best checkpoint is used
 * @param classifierHiddenLayers hidden layers
 * @param classifierUnits units in each
 * @param classifierBatch vectors a batch
 * @param classifierEpochs passes over the training images
 */
public record ClassifierInput(
        String embeddings,
        int classifierHiddenLayers,
        int classifierUnits,
        double classifierLearningRate,
        double classifierMomentum,
        int classifierBatch,
        int classifierEpochs,
        long seed) {

    public ClassifierInput {
        settings(
                classifierHiddenLayers,
                classifierUnits,
                classifierLearningRate,
                classifierMomentum,
                classifierBatch,
                classifierEpochs,
                seed);
    }

    ClassifierSettings settings() {
        return settings(
                classifierHiddenLayers,
                classifierUnits,
                classifierLearningRate,
                classifierMomentum,
                classifierBatch,
                classifierEpochs,
                seed);
    }

    private static ClassifierSettings settings(
            int hiddenLayers, int units, double learningRate, double momentum, int batch, int epochs, long seed) {
        try {
            return new ClassifierSettings(hiddenLayers, units, learningRate, momentum, batch, epochs, seed);
        } catch (IllegalArgumentException e) {
            throw new BadInputException("The classifier cannot be trained: " + e.getMessage() + ".");
        }
    }
}
