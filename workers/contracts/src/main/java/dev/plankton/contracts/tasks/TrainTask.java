package dev.plankton.contracts.tasks;

import dev.plankton.contracts.BadInputException;
import dev.plankton.contracts.choices.Augment;
import dev.plankton.contracts.choices.Backbone;
import dev.plankton.contracts.choices.BatchNorm;
import dev.plankton.contracts.choices.Head;
import dev.plankton.contracts.choices.Loss;
import dev.plankton.contracts.choices.Miner;
import dev.plankton.contracts.choices.NetworkEngine;
import dev.plankton.contracts.choices.Normalisation;
import dev.plankton.contracts.choices.Precision;
import dev.plankton.contracts.choices.Sampling;
import dev.plankton.contracts.choices.TrainedPart;
import dev.plankton.contracts.formats.DatasetManifest;
import dev.plankton.contracts.formats.LossCurve;
import dev.plankton.contracts.formats.TrainingSet;
import dev.plankton.contracts.ids.ArtifactId;
import dev.plankton.contracts.inputs.Schema;
import java.util.Optional;
import java.util.OptionalDouble;

/** Trains one learning-rate round (SPEC 3 and 4); round 0 creates the network. */
public final class TrainTask {
    public static final TaskType<Input, Output> TYPE = TaskType.patient(
            "plankton_train", "Trains the network for one round and leaves a checkpoint.", Input.class, Output.class);

    private TrainTask() {}

    /**
     * A round.
     *
     * @param datasetId a {@link DatasetManifest}
     * @param round round 0 creates the network with its first weights, rounds from 1 train it
     * @param steps batches to train
     * @param trainingSet a {@link TrainingSet}
     * @param checkpoint the network after the previous round; empty for round 0
     * @param firstCheckpoint the network after round 0. Round 1 continues from it, whatever {@code checkpoint} says:
     *     if a person reruns the loop, Conductor still passes the last round's. Empty once that is settled
     * @param features where the backbone is cut and pooled: "avg_pool", or a stage
     * @param networkSide height and width of the network's input in pixels
     * @param dimensions length of an embedding
     * @param testTimeSymmetries whether an embedding is the mean over the eight symmetries of the image
     * @param weights pretrained weights to start from
     * @param startFrom a checkpoint to start from instead
     * @param featureTable the images' features, for training only the head
     * @param margin margin in squared distance, for losses of triplets
     * @param similarityMargin margin between cosines or angles, for losses that have one
     * @param similarityScale factor of the cosines, for losses of similarities
     * @param augment how training images are changed at random
     * @param ema share that is left after a step of the average of the weights; 0 for none
     * @param sampling how the images of a batch are drawn, for the other miners
     * @param triplets triplets per batch, for the random miner
     * @param classesPerBatch classes per batch, for the other miners
     * @param imagesPerClassInBatch images of each of these classes
     * @param warmupSteps steps over which the learning rate of round 1 rises from 0
     * @param validationSteps batches on which the loss is measured after the round
     * @param trainingEngine the library that trains
     */
    public record Input(
            ArtifactId datasetId,
            int round,
            double learningRate,
            int steps,
            ArtifactId trainingSet,
            Optional<ArtifactId> checkpoint,
            Optional<ArtifactId> firstCheckpoint,
            Backbone backbone,
            Head head,
            String features,
            int networkSide,
            int dimensions,
            boolean testTimeSymmetries,
            Optional<ArtifactId> weights,
            Optional<ArtifactId> startFrom,
            Normalisation normalise,
            TrainedPart train,
            BatchNorm batchNorm,
            Optional<ArtifactId> featureTable,
            Loss loss,
            Miner miner,
            double margin,
            double similarityMargin,
            double similarityScale,
            Augment augment,
            double ema,
            double momentum,
            double weightDecay,
            Sampling sampling,
            int triplets,
            int classesPerBatch,
            int imagesPerClassInBatch,
            int warmupSteps,
            int validationSteps,
            NetworkEngine trainingEngine,
            Precision precision,
            long seed) {
        public Input {
            checkpoint = round == 1 && firstCheckpoint.isPresent() ? firstCheckpoint : checkpoint;
            firstCheckpoint = Optional.empty();
            Schema.check("features", features);
            Schema.check("networkSide", networkSide);
            Schema.check("dimensions", dimensions);
            Schema.check("margin", margin);
            Schema.check("similarityMargin", similarityMargin);
            Schema.check("similarityScale", similarityScale);
            Schema.check("ema", ema);
            Schema.check("momentum", momentum);
            Schema.check("weightDecay", weightDecay);
            Schema.check("triplets", triplets);
            Schema.check("classesPerBatch", classesPerBatch);
            Schema.check("imagesPerClassInBatch", imagesPerClassInBatch);
            Schema.check("warmupSteps", warmupSteps);
            Schema.check("validationSteps", validationSteps);
            Schema.check("seed", seed);
            if (round < 0) {
                throw new BadInputException("round must be 0 or more, not %d.".formatted(round));
            }
            if (round > 0) {
                checkTrained(round, learningRate, steps, checkpoint, train, featureTable);
            }
        }

        private static void checkTrained(
                int round,
                double learningRate,
                int steps,
                Optional<ArtifactId> checkpoint,
                TrainedPart train,
                Optional<ArtifactId> featureTable) {
            if (checkpoint.isEmpty()) {
                throw new BadInputException(
                        "Round %d needs the checkpoint of round %d to continue from.".formatted(round, round - 1));
            }
            if (steps < 1 || !(learningRate > 0)) {
                throw new BadInputException("Round %d needs at least 1 step and a learningRate over 0, not %d and %s."
                        .formatted(round, steps, learningRate));
            }
            if (train instanceof TrainedPart.HeadOnly != featureTable.isPresent()) {
                throw new BadInputException(
                        "featureTable is %s and train is '%s'; with train head, give the table from plankton_features; otherwise leave featureTable blank."
                                .formatted(
                                        featureTable.map(id -> "'" + id + "'").orElse("blank"), train.written()));
            }
        }
    }

    /**
     * The result of a round.
     *
     * @param checkpoint the network after the round
     * @param loss mean training loss; 0 for round 0
     * @param validationLoss mean loss on validation images after the round; empty if it was not measured or is
     *     not a number
     * @param images images that passed through the network in training
     * @param seconds how long the training took
     * @param trainedOn the device that trained the round; if an earlier result is reused, it may be on another machine
     * @param lossCurve a {@link LossCurve}; empty for round 0
     */
    public record Output(
            ArtifactId checkpoint,
            int round,
            double learningRate,
            double loss,
            OptionalDouble validationLoss,
            int steps,
            long images,
            double seconds,
            TrainedOn trainedOn,
            Optional<ArtifactId> lossCurve) {}

    /**
     * The device of a round, and the library that computed on it.
     *
     * @param engine the library; never {@link NetworkEngine#AUTO}, but the one that was chosen
     * @param choice why it was chosen
     * @param backend {@code cpu} or {@code cuda}
     * @param device name of the processor or the card
     * @param computeCapability of a card, such as 8.6; empty for a CPU
     * @param memoryBytes of the card, or of the machine
     * @param threads CPU threads that computed; 0 on a card
     */
    public record TrainedOn(
            NetworkEngine engine,
            Precision precision,
            String choice,
            String backend,
            String device,
            Optional<String> computeCapability,
            long memoryBytes,
            int threads) {}
}
