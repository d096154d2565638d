package dev.plankton.runtime.formats;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.plankton.runtime.store.ArtifactId;
import java.util.List;

/**
 * The embeddings of one dataset, under every checkpoint of a training or made elsewhere, stored as a JSON artifact of kind
 * "embeddings-manifest": all that the analyses read.
 *
 * @param checkpoints one for each checkpoint; for embeddings made elsewhere there is one, of round 0
 * @param best index into {@link #checkpoints} of the one with the highest validation accuracy
 */
public record EmbeddingsManifest(ArtifactId dataset, Origin origin, List<Exported> checkpoints, int best) {

    /** Where embeddings come from. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "from")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Trained.class, name = "training"),
        @JsonSubTypes.Type(value = Given.class, name = "vectors")
    })
    public sealed interface Origin {}

    /**
     * Networks made them.
     *
     * @param training the {@link TrainingManifest}
     * @param networks the network of each of {@link #checkpoints}, in their order
     */
    public record Trained(ArtifactId training, List<ArtifactId> networks) implements Origin {
        public Trained {
            networks = List.copyOf(networks);
        }
    }

    /**
     * They were made elsewhere; there is no training behind them, and no network that could embed further images.
     *
     * @param name the name under which they were uploaded
     * @param evaluation their {@link Evaluation}
     */
    public record Given(String name, ArtifactId evaluation) implements Origin {}

    /**
     * @param embeddings an {@link EmbeddingTable} as Parquet
     * @param accuracy validation accuracy with centroids from train
     */
    public record Exported(int round, double learningRate, double accuracy, ArtifactId embeddings) {}

    public EmbeddingsManifest {
        checkpoints = List.copyOf(checkpoints);
        if (origin instanceof Trained(var training, var networks) && networks.size() != checkpoints.size()) {
            throw new IllegalArgumentException("training %s: %d networks for %d checkpoints"
                    .formatted(training, networks.size(), checkpoints.size()));
        }
    }

    /** The embeddings that {@link #best} names, in words: "the best checkpoint (round 3)". */
    public String bestInWords() {
        return switch (origin) {
            case Trained trained ->
                "the best checkpoint (round %d)".formatted(checkpoints.get(best).round());
            case Given given -> "the given vectors";
        };
    }

    /** The same for a title: "round 3". */
    public String bestInTitle() {
        return switch (origin) {
            case Trained trained -> "round %d".formatted(checkpoints.get(best).round());
            case Given given -> "given vectors";
        };
    }
}
