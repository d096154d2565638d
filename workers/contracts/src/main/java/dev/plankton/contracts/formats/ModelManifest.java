package dev.plankton.contracts.formats;

import dev.plankton.contracts.ids.ArtifactId;
import java.util.Optional;

/**
 * Everything that is needed to classify new images, stored as a JSON artifact of kind "model"; its artifact id is the
 * model's id.
 *
 * @param dataset the {@link DatasetManifest} of the images that the model was made from
 * @param training the {@link TrainingManifest}
 * @param round the checkpoint's round
 * @param checkpoint the network
 * @param embeddings the {@link EmbeddingTable} of those images with this checkpoint, as Parquet
 * @param classifier the classifier of embeddings
 * @param validationAccuracy accuracy of the classifier on validation images
 * @param testAccuracy accuracy of the classifier on test images
 * @param unseenScore what best tells images of held-out classes from validation images; empty if no class was held out
 */
public record ModelManifest(
        ArtifactId dataset,
        ArtifactId training,
        int round,
        ArtifactId checkpoint,
        ArtifactId embeddings,
        ArtifactId classifier,
        double validationAccuracy,
        double testAccuracy,
        Optional<UnseenMeasures.Score> unseenScore) {}
