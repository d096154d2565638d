package dev.plankton.db.rows;

import dev.plankton.contracts.ids.ArtifactId;
import dev.plankton.contracts.ids.RunId;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One finished round of a run's training; round 0 is the network before training.
 *
 * @param trainingSet empty for round 0
 * @param loss mean training loss over the round
 * @param validationLoss mean loss on validation images; empty if it was not measured or is not a number
 * @param seconds how long the round took to train; 0 if it was not trained in this run
 * @param checkpoint the network after the round
 */
public record RoundRow(
        RunId runId,
        int round,
        double learningRate,
        Optional<ArtifactId> trainingSet,
        int steps,
        long images,
        double loss,
        OptionalDouble validationLoss,
        double seconds,
        ArtifactId checkpoint) {}
