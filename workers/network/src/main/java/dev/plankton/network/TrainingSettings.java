package dev.plankton.network;

/**
 * How it is trained, the same for all rounds (SPEC 4).
 *
 * @param margin in squared distance
 * @param triplets triplets a batch, for {@link Miner#RANDOM}
 * @param classesPerBatch P, for the other miners
 * @param imagesPerClass K, for the other miners
 * @param warmupSteps steps over which the rate of round 1 rises from 0
 * @param seed with round and step it decides every random draw
 */
public record TrainingSettings(
        Loss loss,
        Miner miner,
        double margin,
        double momentum,
        double weightDecay,
        int triplets,
        int classesPerBatch,
        int imagesPerClass,
        int warmupSteps,
        long seed) {}
