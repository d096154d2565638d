package dev.plankton.steps.report;

import dev.plankton.contracts.formats.EmbeddingsManifest;
import java.io.IOException;
import java.util.List;

/**
 * Adds the network of the best checkpoint, if there is one, and its embeddings to the report's folder. The other
 * checkpoints stay in the store under their artifact ids.
 */
record ModelFiles(EmbeddingsManifest embeddings, ReportFolder folder) {

    /** @return the names of the files */
    List<String> add() throws IOException, InterruptedException {
        EmbeddingsManifest.Embedded best = embeddings.checkpoints().get(embeddings.best());
        return switch (embeddings.origin()) {
            case EmbeddingsManifest.Trained trained -> {
                String network = "network-round-%d.zip".formatted(best.round());
                String table = "embeddings-round-%d.parquet".formatted(best.round());
                folder.add(network, trained.networks().get(embeddings.best()));
                folder.add(table, best.embeddings());
                yield List.of(table, network);
            }
            case EmbeddingsManifest.Uploaded uploaded -> {
                String table = "embeddings-uploaded.parquet";
                folder.add(table, best.embeddings());
                yield List.of(table);
            }
        };
    }
}
