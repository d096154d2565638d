package dev.plankton.vectorimport;

/**
 * @param name the name under which the vectors were uploaded
 * @param vectors artifact id of the {@link dev.plankton.runtime.formats.EmbeddingTable}, as Parquet
 * @param datasetId artifact id of the {@link dev.plankton.runtime.formats.DatasetManifest} of exactly these images
 */
public record VectorImportOutput(
        String name, String vectors, String datasetId, int images, int classes, int dimensions) {}
