package dev.plankton.runtime.formats;

import dev.plankton.runtime.store.ArtifactId;
import java.util.List;

/**
 * The embeddings of one dataset under every checkpoint of a training, stored as a JSON artifact of kind
 * "embeddings-manifest": all that the analyses read.
 *
 * @param best index into {@link #checkpoints} of the one with the highest validation accuracy
 */
public record EmbeddingsManifest(ArtifactId dataset, ArtifactId training, List<Exported> checkpoints, int best) {

    /**
     * @param embeddings an {@link EmbeddingTable} as Parquet
     * @param accuracy validation accuracy with centroids from train
     */
    public record Exported(
            int round, double learningRate, double accuracy, ArtifactId checkpoint, ArtifactId embeddings) {}

    public EmbeddingsManifest {
        checkpoints = List.copyOf(checkpoints);
    }
}
