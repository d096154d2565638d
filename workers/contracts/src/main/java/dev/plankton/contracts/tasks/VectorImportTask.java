package dev.plankton.contracts.tasks;

import dev.plankton.contracts.formats.DatasetManifest;
import dev.plankton.contracts.formats.EmbeddingTable;
import dev.plankton.contracts.ids.ArtifactId;
import dev.plankton.contracts.ids.UploadName;
import java.util.Optional;

/** Imports embeddings made elsewhere. */
public final class VectorImportTask {
    public static final TaskType<Input, Output> TYPE = TaskType.of(
            "plankton_vector_import", "Checks and imports embeddings made elsewhere.", Input.class, Output.class);

    private VectorImportTask() {}

    /**
     * An upload of vectors.
     *
     * @param vectors the name under which they were uploaded: one Parquet file, or one NPY and one CSV file
     * @param datasetId a {@link DatasetManifest} with their images for the report, if there is one
     */
    public record Input(UploadName vectors, Optional<ArtifactId> datasetId) {}

    /**
     * The vectors as the analyses read them.
     *
     * @param name the name under which the vectors were uploaded
     * @param vectors an {@link EmbeddingTable}, as Parquet
     * @param datasetId a {@link DatasetManifest} of exactly these images
     */
    public record Output(
            UploadName name, ArtifactId vectors, ArtifactId datasetId, int images, int classes, int dimensions) {}
}
