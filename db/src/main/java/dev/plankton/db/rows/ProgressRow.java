package dev.plankton.db.rows;

import dev.plankton.contracts.ids.RunId;
import java.time.Instant;

/**
 * The progress of a training within a round.
 *
 * @param step finished steps of this round
 * @param steps all steps of this round
 * @param loss mean over the steps since the last such row
 * @param meanPairwiseDistance mean distance between the embeddings of the last batch
 * @param meanOutputNorm mean length of the dense layer's outputs for the last batch
 * @param activeTriplets share of the last batch's triplets whose loss is above 0
 * @param secondsLeft estimate for this round
 */
public record ProgressRow(
        RunId runId,
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
