package dev.plankton.network.training;

import dev.plankton.contracts.BadInputException;
import dev.plankton.contracts.choices.TrainedPart;
import dev.plankton.network.architecture.NetworkSettings;
import dev.plankton.network.data.TrainingExamples;
import dev.plankton.network.data.TrainingPool;

/** Checks that the examples of a pool fit the network and its trained part. */
final class PoolCheck {
    private PoolCheck() {}

    /** @throws IllegalArgumentException if they do not fit */
    static TrainingPool fitting(TrainingPool pool, NetworkSettings network, TrainedPart part) {
        boolean headOnly = part instanceof TrainedPart.HeadOnly;
        switch (pool.examples()) {
            case TrainingExamples.Images images -> {
                if (headOnly) {
                    throw new IllegalArgumentException("train head learns from features, not from images");
                }
                if (images.side() != network.side()) {
                    throw new IllegalArgumentException(
                            "images of side %d for a network of side %d: scale them beforehand"
                                    .formatted(images.side(), network.side()));
                }
            }
            case TrainingExamples.Features features -> {
                int found = features.rows()[0].length;
                if (!headOnly || found != network.featureCount()) {
                    throw new BadInputException(
                            "There are %d features for each image, but the network has %d and trains %s; use the featureTable that was computed for it."
                                    .formatted(found, network.featureCount(), part.written()));
                }
            }
        }
        return pool;
    }
}
