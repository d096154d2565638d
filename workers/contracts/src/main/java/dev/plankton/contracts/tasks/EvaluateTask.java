package dev.plankton.contracts.tasks;

import dev.plankton.contracts.BadInputException;
import dev.plankton.contracts.choices.EmbeddingEngine;
import dev.plankton.contracts.formats.DatasetManifest;
import dev.plankton.contracts.formats.EmbeddingTable;
import dev.plankton.contracts.formats.Evaluation;
import dev.plankton.contracts.formats.LossCurve;
import dev.plankton.contracts.formats.TrainingManifest;
import dev.plankton.contracts.ids.ArtifactId;
import java.util.Optional;
import java.util.OptionalDouble;

/** Embeds all images with a checkpoint and measures the embeddings (SPEC 5). */
public final class EvaluateTask {
    public static final TaskType<Input, Output> TYPE = TaskType.of(
            "plankton_evaluate",
            "Embeds all images with a checkpoint and measures how good the embeddings are.",
            Input.class,
            Output.class);

    private EvaluateTask() {}

    /**
     * A checkpoint.
     *
     * @param datasetId a {@link DatasetManifest}
     * @param checkpoint the network
     * @param training a {@link TrainingManifest} up to the previous round; empty for round 0
     * @param firstTraining the same up to round 0. Round 1 continues it, whatever {@code training} says: if a person
     *     reruns the loop, Conductor still passes the last round's. Empty once that is settled
     * @param featureTable the images' features, if only the head is trained
     * @param engine the library that embeds the images
     * @param round 0 for the network before training
     * @param learningRate learning rate of the round
     * @param loss mean training loss of the round
     * @param validationLoss mean loss on validation images after the round, if it was measured
     * @param lossCurve a {@link LossCurve}; empty for round 0
     */
    public record Input(
            ArtifactId datasetId,
            ArtifactId checkpoint,
            Optional<ArtifactId> training,
            Optional<ArtifactId> firstTraining,
            Optional<ArtifactId> featureTable,
            EmbeddingEngine engine,
            int round,
            double learningRate,
            double loss,
            OptionalDouble validationLoss,
            Optional<ArtifactId> lossCurve) {
        public Input {
            training = round == 1 && firstTraining.isPresent() ? firstTraining : training;
            firstTraining = Optional.empty();
            if (round < 0) {
                throw new BadInputException("round must be 0 or more, not %d.".formatted(round));
            }
            if (round > 0 && training.isEmpty()) {
                throw new BadInputException("Round %d needs the training id that the evaluation of round %d gave."
                        .formatted(round, round - 1));
            }
        }
    }

    /**
     * The measures of a checkpoint.
     *
     * @param evaluation an {@link Evaluation}
     * @param embeddings an {@link EmbeddingTable} of all images, as Parquet
     * @param training a {@link TrainingManifest} with this checkpoint as its last
     * @param accuracy accuracy on validation images by the nearest centroid of the training images
     * @param testAccuracy the same on test images
     * @param roundsSinceImproved rounds since the last one whose accuracy on validation images was higher than in all
     *     rounds before it; the workflow compares this number with its input patience
     */
    public record Output(
            ArtifactId evaluation,
            ArtifactId embeddings,
            ArtifactId training,
            int round,
            double accuracy,
            double testAccuracy,
            int roundsSinceImproved) {}
}
