package dev.plankton.train;

/**
 * What a round gave.
 *
 * @param checkpoint artifact id of the network after the round
 * @param loss mean training loss; 0 for round 0
 * @param validationLoss mean triplet loss on validation images after the round; 0 where none was measured
 * @param images images that passed through the network in training
 * @param seconds how long the training took
 * @param lossCurve artifact id of the {@link dev.plankton.runtime.formats.LossCurve}; blank for round 0
 */
public record TrainOutput(
        String checkpoint,
        int round,
        double learningRate,
        double loss,
        double validationLoss,
        int steps,
        long images,
        double seconds,
        TrainedOn trainedOn,
        String lossCurve) {}
