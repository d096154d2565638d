package dev.plankton.contracts.tasks;

import dev.plankton.contracts.formats.EmbeddingsManifest;
import dev.plankton.contracts.formats.ReportSection;
import dev.plankton.contracts.formats.TrainingManifest;
import dev.plankton.contracts.ids.ArtifactId;

/** Summarises a finished training in figures. */
public final class TrainingSummaryTask {
    public static final TaskType<Input, Output> TYPE = TaskType.of(
            "plankton_training_summary",
            "Finds the best checkpoint, draws the learning curves and passes the embeddings to the analyses.",
            Input.class,
            Output.class);

    private TrainingSummaryTask() {}

    /** @param trainingId a {@link TrainingManifest} */
    public record Input(ArtifactId trainingId) {}

    /**
     * The summary.
     *
     * @param embeddings an {@link EmbeddingsManifest} of all checkpoints
     * @param bestRound the round with the highest validation accuracy; if several have it, the latest
     * @param accuracy accuracy of that round's checkpoint on validation images, by the nearest centroid of the training
     *     images
     * @param testAccuracy the same on test images
     * @param section a {@link ReportSection}
     */
    public record Output(
            ArtifactId trainingId,
            ArtifactId datasetId,
            ArtifactId embeddings,
            int bestRound,
            double accuracy,
            double testAccuracy,
            ArtifactId section) {}
}
