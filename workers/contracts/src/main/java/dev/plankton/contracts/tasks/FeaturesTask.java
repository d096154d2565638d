package dev.plankton.contracts.tasks;

import dev.plankton.contracts.choices.Backbone;
import dev.plankton.contracts.choices.NetworkEngine;
import dev.plankton.contracts.choices.Normalisation;
import dev.plankton.contracts.choices.TrainedPart;
import dev.plankton.contracts.formats.DatasetManifest;
import dev.plankton.contracts.ids.ArtifactId;
import dev.plankton.contracts.inputs.Schema;
import java.util.Optional;

/** Computes the features of a dataset's images, for training only the head (SPEC 3). */
public final class FeaturesTask {
    public static final TaskType<Input, Output> TYPE = TaskType.of(
            "plankton_features",
            "Computes the features of all images once, if only the head is trained.",
            Input.class,
            Output.class);

    private FeaturesTask() {}

    /**
     * A dataset and a backbone that is not trained. Features do not depend on the head.
     *
     * @param datasetId a {@link DatasetManifest}
     * @param features where the backbone is cut and pooled: "avg_pool", or a stage
     * @param networkSide height and width of the network's input in pixels
     * @param weights pretrained weights
     * @param train the part that is trained; features are computed only if it is the head
     * @param trainingEngine the library that computes
     * @param seed seed for drawing the weights. It is set to 0 if the weights are pretrained, so that a training with
     *     another seed reuses the same features
     */
    public record Input(
            ArtifactId datasetId,
            Backbone backbone,
            String features,
            int networkSide,
            Optional<ArtifactId> weights,
            Normalisation normalise,
            TrainedPart train,
            NetworkEngine trainingEngine,
            long seed) {
        public Input {
            Schema.check("features", features);
            Schema.check("networkSide", networkSide);
            Schema.check("seed", seed);
            seed = weights.isPresent() ? 0 : seed;
        }
    }

    /** @param features one row for each image of the dataset, in its order; empty if more than the head is trained */
    public record Output(Optional<ArtifactId> features) {}
}
