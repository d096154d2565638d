package dev.plankton.network;

import java.util.List;

/**
 * The images that batches are drawn from, in memory: a class is drawn uniformly, then one of its samples.
 *
 * @param side height and width of the images; scaled to the network's own beforehand with {@link AreaScaler}
 * @param images grey images, row by row, 0 black to 255 white
 * @param labels class of each image, from 0
 * @param samples index into {@code images} of each sample
 * @param symmetries 0 to 7 for each sample: bits 0 and 1 count quarter turns counter-clockwise, bit 2 mirrors left to
 *     right first
 */
@SuppressWarnings("ArrayRecordComponent") // plain arrays are the point
public record TrainingPool(int side, List<byte[]> images, int[] labels, int[] samples, int[] symmetries) {}
