package dev.plankton.contracts.tasks;

import dev.plankton.contracts.formats.DatasetManifest;
import dev.plankton.contracts.formats.EmbeddingTable;
import dev.plankton.contracts.formats.EmbeddingsManifest;
import dev.plankton.contracts.formats.Evaluation;
import dev.plankton.contracts.formats.ReportSection;
import dev.plankton.contracts.ids.ArtifactId;
import dev.plankton.contracts.ids.UploadName;

/** Measures embeddings made elsewhere (SPEC 5). */
public final class VectorEvaluateTask {
    public static final TaskType<Input, Output> TYPE = TaskType.of(
            "plankton_vector_evaluate",
            "Measures embeddings made elsewhere and passes them to the analyses.",
            Input.class,
            Output.class);

    private VectorEvaluateTask() {}

    /**
     * Embeddings after their import.
     *
     * @param name the name under which they were uploaded
     * @param vectors an {@link EmbeddingTable} as Parquet
     * @param datasetId the {@link DatasetManifest} of their images
     */
    public record Input(UploadName name, ArtifactId vectors, ArtifactId datasetId) {}

    /**
     * The measures of the vectors.
     *
     * @param embeddings an {@link EmbeddingsManifest}
     * @param evaluation an {@link Evaluation}
     * @param section a {@link ReportSection}
     * @param accuracy accuracy on validation images by the nearest centroid of the training images
     * @param testAccuracy the same on test images
     */
    public record Output(
            ArtifactId embeddings, ArtifactId evaluation, ArtifactId section, double accuracy, double testAccuracy) {}
}
