package dev.plankton.contracts.tasks;

import dev.plankton.contracts.formats.EmbeddingsManifest;
import dev.plankton.contracts.formats.ReportSection;
import dev.plankton.contracts.ids.ArtifactId;
import dev.plankton.contracts.inputs.Schema;

/** Measures how well the classes are separated in the embedding. */
public final class SeparationTask {
    public static final TaskType<Input, Output> TYPE = TaskType.of(
            "plankton_separation",
            "Measures how well each class is separated from the others and names its nearest classes.",
            Input.class,
            Output.class);

    private SeparationTask() {}

    /**
     * What to measure.
     *
     * @param embeddings an {@link EmbeddingsManifest}; its best checkpoint is measured
     * @param separationMaxImages how many test images to measure at most
     * @param seed chooses images where there are more
     */
    public record Input(ArtifactId embeddings, int separationMaxImages, long seed) {
        public Input {
            Schema.check("separationMaxImages", separationMaxImages);
            Schema.check("seed", seed);
        }
    }

    /**
     * What was measured.
     *
     * @param section a {@link ReportSection}
     * @param silhouette mean over all test images, from -1 to 1
     */
    public record Output(ArtifactId section, double silhouette) {}
}
