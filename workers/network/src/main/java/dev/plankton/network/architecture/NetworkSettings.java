package dev.plankton.network.architecture;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.plankton.contracts.BadInputException;
import dev.plankton.contracts.Spelling;
import dev.plankton.contracts.choices.Backbone;
import dev.plankton.contracts.choices.Head;
import dev.plankton.contracts.choices.TrainedPart;
import dev.plankton.contracts.inputs.Schema;
import java.util.List;
import java.util.Optional;

/**
 * The structure of a network (SPEC 3).
 *
 * @param features where the backbone is cut and pooled: "avg_pool", or one of its stages ("mixed8")
 * @param side height and width of its input in pixels
 * @param dimensions length of an embedding
 * @param scaling scaling of grey values; it depends on the weights that the network started with
 * @param testTimeSymmetries whether an embedding is the mean over those of the eight symmetries of the image
 * @param onnx the file that computes the features; present if the backbone is {@link Backbone#ONNX}
 */
public record NetworkSettings(
        Backbone backbone,
        Head head,
        String features,
        int side,
        int dimensions,
        InputScaling scaling,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean testTimeSymmetries,
        Optional<OnnxSource> onnx) {
    private static final int LARGEST_SIDE = 1024;

    /** @throws BadInputException if such a network cannot be built */
    public NetworkSettings {
        if ((backbone == Backbone.ONNX) != onnx.isPresent()) {
            throw new BadInputException("Backbone onnx needs an ONNX file, and no other backbone takes one.");
        }
        if (!features.equals(Architecture.WHOLE) && !backbone.stages().contains(features)) {
            throw new BadInputException("features %s are unknown to backbone %s: use %s or one of %s."
                    .formatted(
                            features, Spelling.of(backbone), Architecture.WHOLE, String.join(", ", backbone.stages())));
        }
        if (side < backbone.smallestSide() || side > LARGEST_SIDE) {
            throw new BadInputException("networkSide must be %d to %d for backbone %s, but it is %d."
                    .formatted(backbone.smallestSide(), LARGEST_SIDE, Spelling.of(backbone), side));
        }
        Schema.check("dimensions", dimensions);
    }

    /** A network with one of our own backbones, which sees each image once. */
    public NetworkSettings(
            Backbone backbone, Head head, String features, int side, int dimensions, InputScaling scaling) {
        this(backbone, head, features, side, dimensions, scaling, false, Optional.empty());
    }

    public Architecture architecture() {
        return onnx.map(source -> Architecture.ofFeatures(source.features()))
                .orElseGet(() -> Architecture.of(backbone));
    }

    /** Number of features of an image after pooling. */
    public int featureCount() {
        return architecture().shape(cut(), side).channels();
    }

    /** The stage at which the backbone is cut and pooled. */
    public String cut() {
        return architecture().stage(features);
    }

    /** The same network, with or without the mean over symmetries. */
    public NetworkSettings withTestTimeSymmetries(boolean wanted) {
        return new NetworkSettings(backbone, head, features, side, dimensions, scaling, wanted, onnx);
    }

    /**
     * The last stage that is not trained; empty if the whole network is trained.
     *
     * @throws BadInputException if the network has no such stage
     */
    public Optional<String> frozenUpTo(TrainedPart trained) {
        return switch (trained) {
            case TrainedPart.All all -> Optional.empty();
            case TrainedPart.HeadOnly head -> Optional.of(cut());
            case TrainedPart.From(String stage) -> {
                List<String> stages = architecture().stages();
                List<String> upToCut = stages.subList(0, stages.indexOf(cut()) + 1);
                if (!upToCut.contains(stage)) {
                    throw new BadInputException(
                            "train from:%s asks for a stage that the network does not have: use one of %s."
                                    .formatted(stage, String.join(", ", upToCut)));
                }
                yield architecture().before(stage);
            }
        };
    }
}
