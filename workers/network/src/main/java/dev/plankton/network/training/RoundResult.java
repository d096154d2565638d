package dev.plankton.network.training;

import java.util.OptionalDouble;

/**
 * The result of a round.
 *
 * @param images images that passed through the network in training
 * @param loss mean training loss
 * @param validationLoss mean loss on validation batches; empty if there were none or the mean is not a finite number
 * @param seconds how long the training took
 * @param losses the training loss of each step
 * @param waiting share of the seconds of this attempt, 0 to 1, in which no batch was ready
 */
@SuppressWarnings("ArrayRecordComponent") // plain numbers to keep
public record RoundResult(
        int steps,
        long images,
        double loss,
        OptionalDouble validationLoss,
        double seconds,
        float[] losses,
        double waiting) {}
