package dev.plankton.network.data;

/**
 * The pool from which batches are drawn: first a class uniformly, then different images of it uniformly, then one
 * sample of each image.
 *
 * @param labels class of each example, from 0
 * @param samples for each sample, index into {@code examples}
 * @param symmetries 0 to 7 for each sample: bits 0 and 1 count quarter turns counter-clockwise; with bit 2 set, the
 *     image is mirrored left to right before it is turned. Features ignore them
 */
@SuppressWarnings("ArrayRecordComponent") // plain arrays are the point
public record TrainingPool(TrainingExamples examples, int[] labels, int[] samples, int[] symmetries) {
    /** @throws IllegalArgumentException if the parts do not fit together */
    public TrainingPool {
        if (labels.length != examples.count() || symmetries.length != samples.length) {
            throw new IllegalArgumentException("%d labels for %d examples, %d symmetries for %d samples"
                    .formatted(labels.length, examples.count(), symmetries.length, samples.length));
        }
    }
}
