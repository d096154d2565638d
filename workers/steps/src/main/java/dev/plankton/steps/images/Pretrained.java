package dev.plankton.steps.images;

import dev.plankton.contracts.BadInputException;
import dev.plankton.contracts.choices.Backbone;
import dev.plankton.contracts.choices.Normalisation;
import dev.plankton.contracts.ids.ArtifactId;
import dev.plankton.engine.step.StepContext;
import dev.plankton.network.architecture.OnnxSource;
import dev.plankton.network.checkpoint.FeatureTable;
import dev.plankton.network.checkpoint.PretrainedWeights;
import dev.plankton.network.onnx.OnnxBackboneFile;
import java.io.IOException;
import java.util.Optional;

/** What training starts from: pretrained weights, and features that were computed once. */
public final class Pretrained {
    private Pretrained() {}

    /** The weights of Inception v3, if an id is given. */
    public static Optional<PretrainedWeights> read(Backbone backbone, Optional<ArtifactId> weights, StepContext context)
            throws IOException, InterruptedException {
        return weights.isEmpty() || backbone == Backbone.ONNX
                ? Optional.empty()
                : Optional.of(PretrainedWeights.read(context.artifacts().fetch(weights.get())));
    }

    /**
     * The ONNX file behind a network, if its backbone is one.
     *
     * @throws BadInputException if there is no such file, or it takes other images
     */
    public static Optional<OnnxSource> onnx(
            Backbone backbone,
            Optional<ArtifactId> weights,
            Normalisation normalise,
            int networkSide,
            StepContext context)
            throws IOException, InterruptedException {
        if (backbone != Backbone.ONNX) {
            return Optional.empty();
        }
        ArtifactId id = weights.orElseThrow(
                () -> new BadInputException("backbone is onnx but weights is none; give the id of an ONNX file."));
        OnnxBackboneFile file = OnnxBackboneFile.read(context.artifacts().fetch(id));
        if (file.side() != networkSide) {
            throw new BadInputException("networkSide is %d but the ONNX file takes images of %d pixels; set it to %d."
                    .formatted(networkSide, file.side(), file.side()));
        }
        return Optional.of(new OnnxSource(id, normalise, file.features()));
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
