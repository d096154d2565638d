package dev.plankton.contracts.formats;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.plankton.contracts.ids.ArtifactId;
import dev.plankton.contracts.ids.UploadName;
import java.util.List;
import java.util.Optional;

/**
 * The embeddings of one dataset: those of every checkpoint of a training, or embeddings made elsewhere. It is all that
 * the analyses read. Stored as a JSON artifact of kind "embeddings-manifest".
 *
 * @param checkpoints one entry for each checkpoint; embeddings made elsewhere have one entry, of round 0
 * @param best index into {@link #checkpoints} of the one with the highest validation accuracy
 */
public record EmbeddingsManifest(ArtifactId dataset, Origin origin, List<Embedded> checkpoints, int best) {

    /** Where embeddings come from. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "from")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Trained.class, name = "training"),
        @JsonSubTypes.Type(value = Uploaded.class, name = "vectors")
    })
    public sealed interface Origin {}

    /**
     * The embeddings were made by networks that were trained here.
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
     * The embeddings were made elsewhere. There is no training, and no network that could embed further images.
     *
     * @param name the name under which they were uploaded
     * @param evaluation their {@link Evaluation}
     */
    public record Uploaded(UploadName name, ArtifactId evaluation) implements Origin {}

    /**
     * @param embeddings an {@link EmbeddingTable} as Parquet
     * @param unseen the same of the classes that were held out of the training, if there are any
     * @param accuracy accuracy on validation images, with centroids of the training images
     */
    public record Embedded(
            int round, double learningRate, double accuracy, ArtifactId embeddings, Optional<ArtifactId> unseen) {
        /** The same where no class was held out. */
        public Embedded(int round, double learningRate, double accuracy, ArtifactId embeddings) {
            this(round, learningRate, accuracy, embeddings, Optional.empty());
        }
    }

    public EmbeddingsManifest {
        checkpoints = List.copyOf(checkpoints);
        if (origin instanceof Trained(var training, var networks) && networks.size() != checkpoints.size()) {
            throw new IllegalArgumentException("training %s: %d networks for %d checkpoints"
                    .formatted(training, networks.size(), checkpoints.size()));
        }
    }

    /** The embeddings that {@link #best} selects, in words: "the best checkpoint (round 3)". */
    public String bestInWords() {
        return switch (origin) {
            case Trained trained ->
                "the best checkpoint (round %d)".formatted(checkpoints.get(best).round());
            case Uploaded uploaded -> "the uploaded vectors";
        };
    }

    /** The same, for a title: "round 3". */
    public String bestInTitle() {
        return switch (origin) {
            case Trained trained -> "round %d".formatted(checkpoints.get(best).round());
            case Uploaded uploaded -> "uploaded vectors";
        };
    }
}
