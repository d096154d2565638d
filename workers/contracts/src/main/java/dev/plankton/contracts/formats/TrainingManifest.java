package dev.plankton.contracts.formats;

import dev.plankton.contracts.ids.ArtifactId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The result of a training, stored as a JSON artifact of kind "training"; its artifact id is the training id.
 *
 * @param dataset the {@link DatasetManifest}
 * @param featureTable the features of its images, computed before training; empty if the network was trained on the
 *     images themselves
 * @param checkpoints one per round, round 0 (before training) first
 */
public record TrainingManifest(ArtifactId dataset, Optional<ArtifactId> featureTable, List<Checkpoint> checkpoints) {
    /**
     * One checkpoint and the figures that describe it in titles and tables.
     *
     * @param round 0 for the network before training
     * @param learningRate learning rate of the round; 0 for round 0
     * @param loss mean training loss over the round; 0 for round 0
     * @param validationLoss mean loss on validation images after the round, if it was measured
     * @param checkpoint the network
     * @param evaluation an {@link Evaluation}
     * @param accuracy accuracy on validation images by the nearest centroid of the training images
     * @param testAccuracy the same on test images
     * @param lossCurve the round's {@link LossCurve}; empty for round 0, and if none was kept
     * @param embeddings an {@link EmbeddingTable} of all images as Parquet; empty if an earlier version of this program
     *     evaluated the checkpoint
     * @param unseenEmbeddings those of the classes that are held out, if there are any
     */
    public record Checkpoint(
            int round,
            double learningRate,
            double loss,
            OptionalDouble validationLoss,
            ArtifactId checkpoint,
            ArtifactId evaluation,
            double accuracy,
            double testAccuracy,
            Optional<ArtifactId> lossCurve,
            Optional<ArtifactId> embeddings,
            Optional<ArtifactId> unseenEmbeddings) {}

    public TrainingManifest {
        checkpoints = List.copyOf(checkpoints);
        if (checkpoints.isEmpty()) {
            throw new IllegalArgumentException("a training needs at least one checkpoint");
        }
    }

    /** The checkpoint with the highest validation accuracy; if several have it, the latest. */
    public Checkpoint best() {
        return checkpoints.stream()
                .reduce((best, next) -> next.accuracy() >= best.accuracy() ? next : best)
                .orElseThrow();
    }

    /**
     * Number of rounds since the last one whose validation accuracy was higher than in all rounds before it; 0 if that
     * was the latest round.
     */
    public int roundsSinceImproved() {
        Checkpoint first = checkpoints.stream()
                .reduce((best, next) -> next.accuracy() > best.accuracy() ? next : best)
                .orElseThrow();
        return checkpoints.getLast().round() - first.round();
    }
}
