package dev.plankton.report.page;

import dev.plankton.runtime.formats.Evaluation;
import dev.plankton.runtime.formats.TrainingManifest;
import dev.plankton.runtime.store.ArtifactId;

/** What stands behind the embeddings that the page is about. */
public sealed interface Background {

    /**
     * A training.
     *
     * @param best its checkpoint with the highest validation accuracy
     */
    record Trained(ArtifactId id, TrainingManifest training, TrainingManifest.Checkpoint best) implements Background {}

    /**
     * Nothing that is known here: they were made elsewhere.
     *
     * @param name the name under which they were uploaded
     * @param evaluation what they are worth
     */
    record Given(String name, ArtifactId id, Evaluation evaluation) implements Background {}

    /** On validation images, nearest of the centroids of the training images. */
    default double accuracy() {
        return switch (this) {
            case Trained trained -> trained.best().accuracy();
            case Given given -> given.evaluation().validation().accuracy();
        };
    }

    /** The same on test images. */
    default double testAccuracy() {
        return switch (this) {
            case Trained trained -> trained.best().testAccuracy();
            case Given given -> given.evaluation().test().accuracy();
        };
    }
}
