package dev.plankton.network;

/**
 * How a round stands after one more step.
 *
 * @param step finished steps, from 1
 * @param loss of this step's batch
 * @param meanPairwiseDistance mean Euclidean distance between the batch's embeddings; near 0 the network has collapsed
 * @param meanOutputNorm mean length of the dense layer's output, before the head's function: the larger it is, the less
 *     of the slopes a sigmoid or a sphere lets through
 * @param activeTriplets which share, 0 to 1, of the triplets that the miner could choose has a loss above 0; near 0 the
 *     batch teaches nothing
 */
public record TrainingProgress(
        int step,
        int steps,
        double learningRate,
        double loss,
        double imagesPerSecond,
        double meanPairwiseDistance,
        double meanOutputNorm,
        double activeTriplets) {

    /** Hears of every step; an exception ends the round. */
    @FunctionalInterface
    public interface Listener {
        void onStep(TrainingProgress progress) throws InterruptedException;
    }
}
