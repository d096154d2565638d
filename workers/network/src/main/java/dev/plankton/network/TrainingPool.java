package dev.plankton.network;

/**
 * What batches are drawn from: a class is drawn uniformly, then different images of it uniformly, then of each image one
 * of its samples.
 *
 * @param labels class of each example, from 0
 * @param samples index into {@code examples} of each sample
 * @param symmetries 0 to 7 for each sample: bits 0 and 1 count quarter turns counter-clockwise, bit 2 mirrors left to
 *     right first; of no effect on features
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
