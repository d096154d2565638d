package dev.plankton.network;

/**
 * How a round stands after one more step.
 *
 * @param step finished steps, from 1
 * @param loss of this step's batch
 * @param meanPairwiseDistance mean Euclidean distance between the batch's embeddings; near 0 the network has collapsed
 */
public record TrainingProgress(
        int step, int steps, double learningRate, double loss, double imagesPerSecond, double meanPairwiseDistance) {

    /** Hears of every step; an exception ends the round. */
    @FunctionalInterface
    public interface Listener {
        void onStep(TrainingProgress progress) throws InterruptedException;
    }
}
