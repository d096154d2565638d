package dev.plankton.engine.service;

import dev.plankton.contracts.ids.ArtifactId;
import dev.plankton.engine.store.ArtifactStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * The artifacts that one attempt at a step has fetched, as files in its scratch folder. Each stays until it was released
 * as often as it was fetched, or until the folder is deleted. Safe for several threads.
 */
final class FetchedFiles {
    private final ArtifactStore store;
    private final Path folder;
    private final Map<ArtifactId, Integer> readers = new HashMap<>();

    FetchedFiles(ArtifactStore store, Path folder) {
        this.store = store;
        this.folder = folder;
    }

    Path fetch(ArtifactId id) throws IOException {
        synchronized (this) {
            readers.merge(id, 1, Integer::sum); // first, so that nobody else's release deletes the file
        }
        return store.fetch(id, folder);
    }

    synchronized void release(ArtifactId id) throws IOException {
        Integer left = readers.computeIfPresent(id, (same, count) -> count == 1 ? null : count - 1);
        if (left == null) {
            Files.deleteIfExists(folder.resolve(id.sha256()));
        }
    }
}
