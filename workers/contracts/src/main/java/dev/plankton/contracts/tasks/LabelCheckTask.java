package dev.plankton.contracts.tasks;

import dev.plankton.contracts.choices.NetworkEngine;
import dev.plankton.contracts.formats.EmbeddingsManifest;
import dev.plankton.contracts.formats.ReportSection;
import dev.plankton.contracts.ids.ArtifactId;
import dev.plankton.contracts.inputs.Schema;

/** Labels that are likely wrong (SPEC 12). */
public final class LabelCheckTask {
    public static final TaskType<Input, Output> TYPE = TaskType.of(
            "plankton_label_check",
            "Lists images whose label is likely wrong: a classifier and the nearest images agree on another class.",
            Input.class,
            Output.class);

    private LabelCheckTask() {}

    /**
     * What to check and how.
     *
     * @param embeddings an {@link EmbeddingsManifest}; its best checkpoint is used
     * @param sizeFeature whether the size of each image enters beside its embedding
     * @param trainingEngine the library that trains the classifiers
     * @param seed also divides the images
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
     * What was found.
     *
     * @param section a {@link ReportSection}
     * @param result the figures and all likely errors
     * @param checked images whose label was checked
     * @param likelyErrors those whose label is likely wrong
     */
    public record Output(ArtifactId section, ArtifactId result, int checked, int likelyErrors) {}
}
