package dev.plankton.contracts.tasks;

import dev.plankton.contracts.choices.NetworkEngine;
import dev.plankton.contracts.formats.EmbeddingsManifest;
import dev.plankton.contracts.formats.ModelManifest;
import dev.plankton.contracts.formats.ReportSection;
import dev.plankton.contracts.ids.ArtifactId;
import dev.plankton.contracts.inputs.Schema;
import java.util.Optional;

/** A classifier on the best embeddings (SPEC 6). */
public final class ClassifierTask {
    public static final TaskType<Input, Output> TYPE = TaskType.of(
            "plankton_classifier",
            "Trains a classifier on the best embeddings and tests it.",
            Input.class,
            Output.class);

    private ClassifierTask() {}

    /**
     * What to train on and how.
     *
     * @param embeddings an {@link EmbeddingsManifest}; its best checkpoint is used
     * @param classifierHiddenLayers hidden layers
     * @param classifierUnits units in each
     * @param classifierBatch vectors per batch
     * @param classifierEpochs passes over the training images, at most
     * @param classifierPatience epochs without a better validation accuracy after which training ends; 0 for never
     * @param classifierMaxBatches training ends with the epoch that reaches this many batches; 0 for no limit
     * @param sizeFeature whether the size of each image enters beside its embedding
     * @param trainingEngine the library that trains
     */
    public record Input(
            ArtifactId embeddings,
            int classifierHiddenLayers,
            int classifierUnits,
            double classifierLearningRate,
            double classifierMomentum,
            int classifierBatch,
            int classifierEpochs,
            int classifierPatience,
            int classifierMaxBatches,
            boolean sizeFeature,
            NetworkEngine trainingEngine,
            long seed)
            implements ClassifierInputs {
        public Input {
            Schema.check("classifierHiddenLayers", classifierHiddenLayers);
            Schema.check("classifierUnits", classifierUnits);
            Schema.check("classifierLearningRate", classifierLearningRate);
            Schema.check("classifierMomentum", classifierMomentum);
            Schema.check("classifierBatch", classifierBatch);
            Schema.check("classifierEpochs", classifierEpochs);
            Schema.check("classifierPatience", classifierPatience);
            Schema.check("classifierMaxBatches", classifierMaxBatches);
            Schema.check("seed", seed);
        }
    }

    /**
     * The result of training.
     *
     * @param classifier the classifier after the best epoch
     * @param model a {@link ModelManifest}, with which new images are classified; empty if the embeddings were made
     *     elsewhere
     * @param section a {@link ReportSection}
     * @param result the figures
     * @param validationAccuracy share of validation images classified correctly after the best epoch
     * @param testAccuracy the same on test images
     * @param macroF1 mean F1 of the classes on test images
     * @param bestEpoch the epoch that was kept, counted from 1
     */
    public record Output(
            ArtifactId classifier,
            Optional<ArtifactId> model,
            ArtifactId section,
            ArtifactId result,
            double validationAccuracy,
            double testAccuracy,
            double macroF1,
            int bestEpoch) {}
}
