package dev.plankton.train;

import dev.plankton.network.Backbone;
import dev.plankton.network.BatchNorm;
import dev.plankton.network.Head;
import dev.plankton.network.InputScaling;
import dev.plankton.network.Loss;
import dev.plankton.network.Miner;
import dev.plankton.network.NetworkSettings;
import dev.plankton.network.TrainedPart;
import dev.plankton.network.TrainingSettings;
import dev.plankton.runtime.Spelling;
import dev.plankton.runtime.step.BadInputException;

/**
 * One learning-rate round. The names of enums are written as in SPEC 3 and 4 ("inception-v3", "semi-hard").
 *
 * @param datasetId artifact id of the dataset's manifest
 * @param round 0 draws the network's first weights, rounds from 1 train
 * @param steps batches to train
 * @param trainingSet artifact id of the balanced draw
 * @param checkpoint artifact id of the network after the last round; blank for round 0
 * @param networkSide height and width of the network's input in pixels
 * @param dimensions length of an embedding
 * @param weights artifact id of pretrained weights, or "none"
 * @param startFrom artifact id of a checkpoint to begin with instead, or "none"
 * @param train what learns: "all", "head" or "from:&lt;stage&gt;"
 * @param batchNorm of the layers that learn: "batch" or "frozen"
 * @param featureTable artifact id of the images' features, for train "head"; blank for all others
 * @param margin in squared distance
 * @param triplets triplets a batch, for the random miner
 * @param classesPerBatch classes a batch, for the other miners
 * @param imagesPerClassInBatch images of each of these classes
 * @param warmupSteps steps over which the rate of round 1 rises from 0
 * @param validationSteps batches to measure the loss on afterwards
 */
public record TrainInput(
        String datasetId,
        int round,
        double learningRate,
        int steps,
        String trainingSet,
        String checkpoint,
        String backbone,
        String head,
        String features,
        int networkSide,
        int dimensions,
        String weights,
        String startFrom,
        String train,
        String batchNorm,
        String featureTable,
        String loss,
        String miner,
        double margin,
        double momentum,
        double weightDecay,
        int triplets,
        int classesPerBatch,
        int imagesPerClassInBatch,
        int warmupSteps,
        int validationSteps,
        long seed) {

    public TrainInput {
        if (round < 0) {
            throw new BadInputException("round must be 0 or more, not %d.".formatted(round));
        }
        if (round > 0 && checkpoint.isBlank()) {
            throw new BadInputException(
                    "Round %d needs the checkpoint of round %d to go on from.".formatted(round, round - 1));
        }
        if (round > 0 && (steps < 1 || !(learningRate > 0))) {
            throw new BadInputException("Round %d needs at least 1 step and a learningRate over 0, not %d and %s."
                    .formatted(round, steps, learningRate));
        }
        if (round > 0 && train.equals("head") == featureTable.isBlank()) {
            throw new BadInputException(
                    "featureTable is '%s' and train is '%s'; train head needs the table that plankton_features gives, and nothing else takes one."
                            .formatted(featureTable, train));
        }
    }

    /** @param scaling that the weights want, which the network began with */
    NetworkSettings networkSettings(InputScaling scaling) {
        return new NetworkSettings(
                Spelling.parse(Backbone.class, "backbone", backbone),
                Spelling.parse(Head.class, "head", head),
                features,
                networkSide,
                dimensions,
                scaling);
    }

    /** Whether a network is the one asked for; its scaling is that of the weights that it began with. */
    boolean describes(NetworkSettings network) {
        return network.equals(networkSettings(network.scaling()));
    }

    TrainingSettings trainingSettings() {
        return new TrainingSettings(
                Spelling.parse(Loss.class, "loss", loss),
                Spelling.parse(Miner.class, "miner", miner),
                margin,
                momentum,
                weightDecay,
                triplets,
                classesPerBatch,
                imagesPerClassInBatch,
                warmupSteps,
                TrainedPart.parse(train),
                Spelling.parse(BatchNorm.class, "batchNorm", batchNorm),
                seed);
    }
}
