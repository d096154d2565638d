package dev.plankton.network;

/**
 * How it is trained, the same for all rounds (SPEC 4).
 *
 * @param margin in squared distance
 * @param momentum classical: v = momentum v + rate g, w = w - v
 * @param weightDecay times each weight (not the shifts), added to its gradient
 * @param triplets triplets a batch, for {@link Miner#RANDOM}
 * @param classesPerBatch P, for the other miners; fewer if the pool has fewer
 * @param imagesPerClass K, for the other miners
 * @param warmupSteps steps over which the rate of round 1 rises from 0
 * @param part what learns
 * @param batchNorm of the layers that learn
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
        TrainedPart part,
        BatchNorm batchNorm,
        long seed) {
    /** @throws IllegalArgumentException for what cannot be trained with, in one sentence */
    public TrainingSettings {
        require(margin > 0 && Double.isFinite(margin), "margin must be above 0, and is " + margin);
        require(momentum >= 0 && momentum < 1, "momentum must be at least 0 and below 1, and is " + momentum);
        require(
                weightDecay >= 0 && weightDecay < 1,
                "weightDecay must be at least 0 and below 1, and is " + weightDecay);
        require(miner != Miner.RANDOM || triplets >= 1, "triplets must be at least 1, and is " + triplets);
        require(
                miner == Miner.RANDOM || (classesPerBatch >= 2 && imagesPerClass >= 2),
                "a batch needs two images of each of two classes, and has classesPerBatch %d, imagesPerClassInBatch %d"
                        .formatted(classesPerBatch, imagesPerClass));
        require(warmupSteps >= 0, "warmupSteps must be at least 0, and is " + warmupSteps);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
