package dev.plankton.contracts.formats;

/**
 * The training loss of each step of one round, stored as a JSON artifact of kind "loss-curve".
 *
 * @param losses mean loss of the batch of each step, in order
 */
@SuppressWarnings("ArrayRecordComponent") // plain numbers
public record LossCurve(int round, float[] losses) {}
