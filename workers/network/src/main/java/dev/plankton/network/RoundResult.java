package dev.plankton.network;

/**
 * What a round gave.
 *
 * @param loss mean training loss
 * @param validationLoss mean loss on validation batches; not a number if there were none
 * @param images images that passed through the network in training
 * @param losses the training loss of each step
 */
@SuppressWarnings("ArrayRecordComponent") // plain numbers to keep
public record RoundResult(int steps, long images, double loss, double validationLoss, double seconds, float[] losses) {}
