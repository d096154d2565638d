package dev.plankton.steps.kit;

import dev.plankton.contracts.tasks.ClassifierInputs;
import dev.plankton.network.classifier.ClassifierSettings;

/** How the classifiers of a run are trained (SPEC 6). */
public final class Classifiers {
    private Classifiers() {}

    /** The settings that a task was given. */
    public static ClassifierSettings settings(ClassifierInputs input) {
        return new ClassifierSettings(
                input.classifierHiddenLayers(),
                input.classifierUnits(),
                input.classifierLearningRate(),
                input.classifierMomentum(),
                input.classifierBatch(),
                input.classifierEpochs(),
                input.classifierPatience(),
                input.classifierMaxBatches(),
                input.seed());
    }
}
