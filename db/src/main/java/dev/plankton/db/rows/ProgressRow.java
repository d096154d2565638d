package dev.plankton.db.rows;

import java.time.Instant;

/**
 * How a training stands in the middle of a round.
 *
 * @param step finished steps of this round
 * @param steps all steps of this round
 * @param loss mean over the steps since the last such row
 * @param meanPairwiseDistance mean distance between the embeddings of the last batch
 * @param meanOutputNorm mean length of the dense layer's outputs for it
 * @param activeTriplets which share of its triplets has a loss above 0
 * @param secondsLeft estimate for this round
 */
public record ProgressRow(
        String runId,
        int round,
        int step,
        int steps,
        double learningRate,
        double loss,
        double imagesPerSecond,
        double meanPairwiseDistance,
        double meanOutputNorm,
        double activeTriplets,
        double secondsLeft,
        Instant at) {}
