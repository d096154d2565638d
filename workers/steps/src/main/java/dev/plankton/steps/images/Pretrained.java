package dev.plankton.steps.images;

import dev.plankton.contracts.BadInputException;
import dev.plankton.contracts.ids.ArtifactId;
import dev.plankton.engine.step.StepContext;
import dev.plankton.network.checkpoint.FeatureTable;
import dev.plankton.network.checkpoint.PretrainedWeights;
import java.io.IOException;
import java.util.Optional;

/** What training starts from: pretrained weights, and features that were computed once. */
public final class Pretrained {
    private Pretrained() {}

    /** The weights, if an id is given. */
    public static Optional<PretrainedWeights> read(Optional<ArtifactId> weights, StepContext context)
            throws IOException, InterruptedException {
        return weights.isEmpty()
                ? Optional.empty()
                : Optional.of(PretrainedWeights.read(context.artifacts().fetch(weights.get())));
    }

    /**
     * The features of a dataset's images.
     *
     * @throws BadInputException if they belong to another dataset
     */
    public static FeatureTable features(ArtifactId featureTable, ArtifactId dataset, StepContext context)
            throws IOException, InterruptedException {
        FeatureTable table = FeatureTable.read(context.artifacts().fetch(featureTable));
        if (!table.dataset().equals(dataset)) {
            throw new BadInputException(
                    "featureTable %s holds the features of dataset %s, not of %s; give the table of this dataset."
                            .formatted(featureTable, table.dataset(), dataset));
        }
        return table;
    }
}
