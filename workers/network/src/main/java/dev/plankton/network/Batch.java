package dev.plankton.network;

/**
 * A batch as drawn.
 *
 * @param samples index into the pool's samples of each row
 * @param classes class of each row
 */
@SuppressWarnings("ArrayRecordComponent")
record Batch(int[] samples, int[] classes) {}
