package dev.plankton.contracts.tasks;

import dev.plankton.contracts.formats.EmbeddingsManifest;
import dev.plankton.contracts.formats.ReportSection;
import dev.plankton.contracts.ids.ArtifactId;
import dev.plankton.contracts.inputs.Schema;

/** Principal components over the checkpoints (SPEC 7). */
public final class PcaTask {
    public static final TaskType<Input, Output> TYPE = TaskType.of(
            "plankton_pca",
            "Draws the principal components of the embeddings, checkpoint after checkpoint.",
            Input.class,
            Output.class);

    private PcaTask() {}

    /**
     * What to draw.
     *
     * @param embeddings an {@link EmbeddingsManifest}
     * @param pcaImagesPerClass how many test images of each class to show
     * @param pcaFramesBetween how many frames lie between two checkpoints in the film; 0 shows only the checkpoints
     *     themselves
     * @param pcaTurn degrees by which the view rotates from one checkpoint to the next in the film
     * @param seed seed for choosing the images
     */
    public record Input(ArtifactId embeddings, int pcaImagesPerClass, int pcaFramesBetween, int pcaTurn, long seed) {
        public Input {
            Schema.check("pcaImagesPerClass", pcaImagesPerClass);
            Schema.check("pcaFramesBetween", pcaFramesBetween);
            Schema.check("pcaTurn", pcaTurn);
            Schema.check("seed", seed);
        }
    }

    /**
     * What was drawn.
     *
     * @param section a {@link ReportSection}
     * @param explainedVariance share of the last checkpoint's variance that the three components explain, 0 to 1
     */
    public record Output(ArtifactId section, double explainedVariance) {}
}
