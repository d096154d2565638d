package dev.plankton.network.data;

/**
 * A batch that was drawn from a pool.
 *
 * @param samples for each row, index into the pool's samples
 * @param classes class of each row
 */
@SuppressWarnings("ArrayRecordComponent")
public record Batch(int[] samples, int[] classes) {}
