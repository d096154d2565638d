package dev.plankton.runtime.formats;

import dev.plankton.runtime.store.ArtifactId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a training left behind, stored as a JSON artifact of kind "training"; its artifact id is the training id.
 *
 * @param dataset the {@link DatasetManifest}
 * @param featureTable artifact id of the features that its images were given before training; blank if images themselves
 *     were trained on
 * @param checkpoints one per round, round 0 (before training) first
 */
public record TrainingManifest(ArtifactId dataset, String featureTable, List<Checkpoint> checkpoints) {

    /**
     * One checkpoint and the figures that name it in titles and tables.
     *
     * @param round 0 for the network before training
     * @param learningRate the rate the round was trained at; 0 for round 0
     * @param loss mean training loss over the round; 0 for round 0
     * @param validationLoss mean triplet loss on validation images after the round; 0 for round 0
     * @param checkpoint the network
     * @param evaluation an {@link Evaluation}
     * @param accuracy on validation images, nearest of the centroids of the training images
     * @param testAccuracy the same on test images
     * @param lossCurve artifact id of the round's {@link LossCurve}; blank for round 0, and if none was kept
     */
    public record Checkpoint(
            int round,
            double learningRate,
            double loss,
            double validationLoss,
            ArtifactId checkpoint,
            ArtifactId evaluation,
            double accuracy,
            double testAccuracy,
            String lossCurve) {

        /** Manifests of before losses were kept have no word of them. */
        public Checkpoint(
                int round,
                double learningRate,
                double loss,
                double validationLoss,
                ArtifactId checkpoint,
                ArtifactId evaluation,
                double accuracy,
                double testAccuracy,
                @Nullable String lossCurve) {
            this.round = round;
            this.learningRate = learningRate;
            this.loss = loss;
            this.validationLoss = validationLoss;
            this.checkpoint = checkpoint;
            this.evaluation = evaluation;
            this.accuracy = accuracy;
            this.testAccuracy = testAccuracy;
            this.lossCurve = lossCurve == null ? "" : lossCurve;
        }

        /** A checkpoint of whose round no losses were kept. */
        public Checkpoint(
                int round,
                double learningRate,
                double loss,
                double validationLoss,
                ArtifactId checkpoint,
                ArtifactId evaluation,
                double accuracy,
                double testAccuracy) {
            this(round, learningRate, loss, validationLoss, checkpoint, evaluation, accuracy, testAccuracy, "");
        }
    }

    public TrainingManifest {
        checkpoints = List.copyOf(checkpoints);
        if (checkpoints.isEmpty()) {
            throw new IllegalArgumentException("a training without checkpoints");
        }
    }

    /** The checkpoint with the highest validation accuracy, the latest of equals. */
    public Checkpoint best() {
        return checkpoints.stream()
                .reduce((best, next) -> next.accuracy() >= best.accuracy() ? next : best)
                .orElseThrow();
    }

    /** How many rounds have gone by since one had a higher validation accuracy than all before it; 0 if the last had. */
    public int roundsSinceImproved() {
        Checkpoint first = checkpoints.stream()
                .reduce((best, next) -> next.accuracy() > best.accuracy() ? next : best)
                .orElseThrow();
        return checkpoints.getLast().round() - first.round();
    }
}
