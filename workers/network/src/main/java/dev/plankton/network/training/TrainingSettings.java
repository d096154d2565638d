package dev.plankton.network.training;

import dev.plankton.contracts.BadInputException;
import dev.plankton.contracts.choices.Augment;
import dev.plankton.contracts.choices.BatchNorm;
import dev.plankton.contracts.choices.Miner;
import dev.plankton.contracts.choices.Sampling;
import dev.plankton.contracts.choices.TrainedPart;
import dev.plankton.network.objective.LossSettings;

/**
 * The settings of a training that are the same for all rounds (SPEC 4).
 *
 * @param momentum classical: v = momentum v + rate g, w = w - v
 * @param weightDecay factor; the factor times each weight is added to the gradient of the weight. Shifts do not decay
 * @param sampling how the images of a batch are drawn, for miners other than {@link Miner#RANDOM}
 * @param triplets triplets per batch, for {@link Miner#RANDOM}
 * @param classesPerBatch P, for the other miners; fewer if the pool has fewer
 * @param imagesPerClass K, for the other miners
 * @param warmupSteps steps over which the learning rate of round 1 rises from 0
 * @param part the part of the network that is trained
 * @param batchNorm batch normalisation of the layers that are trained
 * @param augment how training images are changed at random
 * @param averageDecay share that is left after a step of the average of the weights, which embeds images; 0 for the
 *     weights themselves
 * @param seed together with round and step, it decides every random draw
 */
public record TrainingSettings(
        LossSettings loss,
        double momentum,
        double weightDecay,
        Sampling sampling,
        int triplets,
        int classesPerBatch,
        int imagesPerClass,
        int warmupSteps,
        TrainedPart part,
        BatchNorm batchNorm,
        Augment augment,
        double averageDecay,
        long seed) {

    /** @throws BadInputException if training with these values is impossible */
    public TrainingSettings {
        Miner miner = loss.miner();
        require(
                !loss.loss().ofTriplets() || loss.margin() > 0 && Double.isFinite(loss.margin()),
                "margin must be above 0, but it is %s.",
                loss.margin());
        require(
                averageDecay >= 0 && averageDecay < 1,
                "ema must be at least 0 and below 1, but it is %s.",
                averageDecay);
        require(momentum >= 0 && momentum < 1, "momentum must be at least 0 and below 1, but it is %s.", momentum);
        require(
                weightDecay >= 0 && weightDecay < 1,
                "weightDecay must be at least 0 and below 1, but it is %s.",
                weightDecay);
        require(miner != Miner.RANDOM || triplets >= 1, "triplets must be at least 1, but it is %d.", triplets);
        require(
                miner == Miner.RANDOM || (classesPerBatch >= 2 && imagesPerClass >= 2),
                "A batch needs at least 2 classes with 2 images each, but classesPerBatch is %d and imagesPerClassInBatch is %d.",
                classesPerBatch,
                imagesPerClass);
        require(warmupSteps >= 0, "warmupSteps must be at least 0, but it is %d.", warmupSteps);
    }

    private static void require(boolean holds, String sentence, Object... values) {
        if (!holds) {
            throw new BadInputException(sentence.formatted(values));
        }
    }
}
