package dev.plankton.db.rows;

/**
 * One finished round of a run's training; round 0 is the network before training.
 *
 * @param trainingSet artifact id; empty for round 0
 * @param loss mean training loss over the round
 * @param validationLoss mean triplet loss on validation images
 * @param seconds how long the round took to train; 0 if it was not trained in this run
 * @param checkpoint artifact id of the network after the round
 */
public record RoundRow(
        String runId,
        int round,
        double learningRate,
        String trainingSet,
        int steps,
        long images,
        double loss,
        double validationLoss,
        double seconds,
        String checkpoint) {}
