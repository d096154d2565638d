package dev.plankton.network;

import java.util.List;

/**
 * The images that batches are drawn from, in memory: a class is drawn uniformly, then different images of it uniformly,
 * then of each image one of its samples.
 *
 * @param side height and width of the images; scaled to the network's own beforehand with {@link AreaScaler}
 * @param images grey images, row by row, 0 black to 255 white
 * @param labels class of each image, from 0
 * @param samples index into {@code images} of each sample
 * @param symmetries 0 to 7 for each sample: bits 0 and 1 count quarter turns counter-clockwise, bit 2 mirrors left to
 *     right first
 */
@SuppressWarnings("ArrayRecordComponent") // plain arrays are the point
public record TrainingPool(int side, List<byte[]> images, int[] labels, int[] samples, int[] symmetries) {
    /** @throws IllegalArgumentException if the parts do not fit together */
    public TrainingPool {
        images = List.copyOf(images);
        if (labels.length != images.size() || symmetries.length != samples.length) {
            throw new IllegalArgumentException("%d labels for %d images, %d symmetries for %d samples"
                    .formatted(labels.length, images.size(), symmetries.length, samples.length));
        }
        for (byte[] image : images) {
            if (image.length != side * side) {
                throw new IllegalArgumentException(
                        "an image of %d pixels among images of side %d".formatted(image.length, side));
            }
        }
    }

    /** The pixels of one sample, its symmetry applied. */
    byte[] pixels(int sample) {
        return Symmetries.apply(symmetries[sample], side, images.get(samples[sample]));
    }
}
