package dev.plankton.contracts.tasks;

import dev.plankton.contracts.formats.EmbeddingsManifest;
import dev.plankton.contracts.formats.ReportSection;
import dev.plankton.contracts.ids.ArtifactId;

/** Writes the best embeddings for other programs (SPEC 10). */
public final class ProjectorTask {
    public static final TaskType<Input, Output> TYPE = TaskType.of(
            "plankton_projector",
            "Writes the embeddings for other programs: the Embedding Projector, NumPy, Parquet readers.",
            Input.class,
            Output.class);

    private ProjectorTask() {}

    /**
     * What to write.
     *
     * @param embeddings an {@link EmbeddingsManifest}; its best checkpoint is written
     * @param classifier the classifier that was trained on that checkpoint's embeddings
     */
    public record Input(ArtifactId embeddings, ArtifactId classifier) {}

    /**
     * What was written.
     *
     * @param section the {@link ReportSection} with all files
     * @param images how many images they hold
     */
    public record Output(ArtifactId section, int images) {}
}
