package dev.plankton.report;

import dev.plankton.runtime.formats.EmbeddingsManifest;
import java.io.IOException;
import java.util.List;

/** The best checkpoint, if there is a network, and its embeddings, to take away; the others stay where their artifact ids say. */
record ModelFiles(EmbeddingsManifest embeddings, ReportFolder folder) {

    /** @return the names of the files */
    List<String> add() throws IOException, InterruptedException {
        EmbeddingsManifest.Exported best = embeddings.checkpoints().get(embeddings.best());
        return switch (embeddings.origin()) {
            case EmbeddingsManifest.Trained trained -> {
                String network = "network-round-%d.zip".formatted(best.round());
                String table = "embeddings-round-%d.parquet".formatted(best.round());
                folder.add(network, trained.networks().get(embeddings.best()));
                folder.add(table, best.embeddings());
                yield List.of(table, network);
            }
            case EmbeddingsManifest.Given given -> {
                String table = "embeddings-given.parquet";
                folder.add(table, best.embeddings());
                yield List.of(table);
            }
        };
    }
}
