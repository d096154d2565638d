package dev.plankton.steps.report.page;

import dev.plankton.contracts.formats.Evaluation;
import dev.plankton.contracts.formats.TrainingManifest;
import dev.plankton.contracts.ids.ArtifactId;
import dev.plankton.contracts.ids.UploadName;

/** Where the embeddings on the page come from. */
public sealed interface Background {

    /**
     * A training.
     *
     * @param best its checkpoint with the highest validation accuracy
     */
    record Trained(ArtifactId id, TrainingManifest training, TrainingManifest.Checkpoint best) implements Background {}

    /**
     * An upload: the embeddings were made elsewhere.
     *
     * @param name the name under which they were uploaded
     * @param evaluation their measures
     */
    record Uploaded(UploadName name, ArtifactId id, Evaluation evaluation) implements Background {}

    /** Accuracy on validation images, by the nearest centroid of the training images. */
    default double accuracy() {
        return switch (this) {
            case Trained trained -> trained.best().accuracy();
            case Uploaded uploaded -> uploaded.evaluation().validation().accuracy();
        };
    }

    /** The same accuracy on test images. */
    default double testAccuracy() {
        return switch (this) {
            case Trained trained -> trained.best().testAccuracy();
            case Uploaded uploaded -> uploaded.evaluation().test().accuracy();
        };
    }
}
