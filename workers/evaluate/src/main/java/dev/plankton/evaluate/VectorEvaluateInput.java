package dev.plankton.evaluate;

import dev.plankton.runtime.store.ArtifactId;

/**
 * Embeddings made elsewhere, as they were taken in.
 *
 * @param name the name under which they were uploaded
 * @param vectors an {@link dev.plankton.runtime.formats.EmbeddingTable} as Parquet
 * @param datasetId the {@link dev.plankton.runtime.formats.DatasetManifest} of their images
 */
public record VectorEvaluateInput(String name, ArtifactId vectors, ArtifactId datasetId) {}
