package dev.plankton.app;

import dev.plankton.contracts.ids.ArtifactId;
import dev.plankton.db.RunHistory;
import dev.plankton.engine.store.ArtifactStore;
import dev.plankton.network.checkpoint.PretrainedWeights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Publishes pretrained weights as an artifact; the same weights again have the same id. */
final class WeightsUpload {
    private static final String KIND = "weights";
    /** Recorded as the publisher; other artifacts have the type of a task there. */
    private static final String PUBLISHER = "plankton weights import";

    private final ArtifactStore artifacts;
    private final RunHistory history;

    WeightsUpload(ArtifactStore artifacts, RunHistory history) {
        this.artifacts = artifacts;
        this.history = history;
    }

    /** @param source what the history calls it */
    ArtifactId send(Path file, String source) throws IOException {
        ArtifactId id = ArtifactStore.digest(file);
        history.runs().artifact(id, KIND, Files.size(file), PUBLISHER, source, List.of());
        artifacts.put(id, file);
        return id;
    }

    ArtifactId send(PretrainedWeights weights) throws IOException {
        Path file = Files.createTempFile("plankton-", ".weights");
        try {
            weights.write(file);
            return send(file, weights.source());
        } finally {
            Files.delete(file);
        }
    }
}
