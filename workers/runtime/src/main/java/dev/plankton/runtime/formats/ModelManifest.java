package dev.plankton.runtime.formats;

import dev.plankton.runtime.store.ArtifactId;

/**
 * All that new images are classified with, stored as a JSON artifact of kind "model"; its artifact id is the model's id.
 *
 * @param dataset the {@link DatasetManifest} of the images that it was made of
 * @param training the {@link TrainingManifest}
 * @param round the checkpoint's round
 * @param checkpoint the network
 * @param embeddings those images' {@link EmbeddingTable} under the checkpoint, as Parquet
 * @param classifier the classifier of embeddings
 * @param validationAccuracy of the classifier on validation images
 * @param testAccuracy of the classifier on test images
 */
public record ModelManifest(
        ArtifactId dataset,
        ArtifactId training,
        int round,
        ArtifactId checkpoint,
        ArtifactId embeddings,
        ArtifactId classifier,
        double validationAccuracy,
        double testAccuracy) {}
