package dev.plankton.network.training;

import dev.plankton.network.objective.Objective;

/**
 * The state of a round after a step.
 *
 * @param step number of finished steps, from 1
 * @param images in this step's batch
 * @param loss loss of this step's batch
 * @param meanPairwiseDistance mean Euclidean distance between the batch's embeddings; near 0, the network has collapsed
 * @param meanOutputNorm mean length of the dense layer's output, before the head's function; the larger it is, the
 *     smaller the gradient that passes back through a sigmoid or a sphere
 * @param activeTriplets share, 0 to 1, of the triplets that the miner could choose whose loss is above 0, or what
 *     {@link Objective.Result} says of losses without triplets; near 0, the network learns little from the batch
 */
public record TrainingProgress(
        int step,
        int steps,
        int images,
        double learningRate,
        double loss,
        double imagesPerSecond,
        double meanPairwiseDistance,
        double meanOutputNorm,
        double activeTriplets) {

    static TrainingProgress of(
            int step, int steps, int images, double learningRate, double imagesPerSecond, Objective.Result result) {
        return new TrainingProgress(
                step,
                steps,
                images,
                learningRate,
                result.loss(),
                imagesPerSecond,
                result.meanPairwiseDistance(),
                result.meanOutputNorm(),
                result.activeTriplets());
    }

    /** Called after every step. An exception ends the round. */
    @FunctionalInterface
    public interface Listener {
        void onStep(TrainingProgress progress) throws InterruptedException;
    }
}
