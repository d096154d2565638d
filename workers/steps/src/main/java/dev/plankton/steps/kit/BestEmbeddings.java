package dev.plankton.steps.kit;

import dev.plankton.contracts.formats.DatasetManifest;
import dev.plankton.contracts.formats.EmbeddingFile;
import dev.plankton.contracts.formats.EmbeddingTable;
import dev.plankton.contracts.formats.EmbeddingsManifest;
import dev.plankton.contracts.formats.Split;
import dev.plankton.contracts.ids.ArtifactId;
import dev.plankton.engine.step.StepContext;
import dev.plankton.steps.images.DatasetImages;
import dev.plankton.steps.images.Datasets;
import java.io.IOException;
import java.util.Optional;

/** The embeddings of all images under the best checkpoint, or the uploaded embeddings. */
public record BestEmbeddings(EmbeddingsManifest manifest, EmbeddingTable table) {

    /** @param manifest an {@link EmbeddingsManifest} */
    public static BestEmbeddings read(ArtifactId manifest, StepContext context)
            throws IOException, InterruptedException {
        EmbeddingsManifest embeddings = context.artifacts().fetchJson(manifest, EmbeddingsManifest.class);
        ArtifactId best = embeddings.checkpoints().get(embeddings.best()).embeddings();
        return new BestEmbeddings(
                embeddings, EmbeddingFile.read(context.artifacts().fetch(best)));
    }

    public EmbeddingsManifest.Embedded checkpoint() {
        return manifest.checkpoints().get(manifest.best());
    }

    /** The embeddings of the classes that were held out of the training, if there are any. */
    public Optional<EmbeddingTable> unseen(StepContext context) throws IOException, InterruptedException {
        Optional<ArtifactId> unseen = checkpoint().unseen();
        return unseen.isEmpty()
                ? Optional.empty()
                : Optional.of(EmbeddingFile.read(context.artifacts().fetch(unseen.get())));
    }

    public EmbeddingTable test() {
        return table.only(Split.TEST);
    }

    /** The dataset whose images were embedded. */
    public DatasetManifest dataset(StepContext context) throws IOException, InterruptedException {
        return Datasets.read(manifest.dataset(), context);
    }

    /** The images themselves. The caller must close them. */
    public DatasetImages images(StepContext context) throws IOException, InterruptedException {
        return new DatasetImages(dataset(context), context.artifacts());
    }
}
