package dev.plankton.runtime.service;

import dev.plankton.db.RunHistory;
import dev.plankton.runtime.Json;
import dev.plankton.runtime.store.ArtifactId;
import dev.plankton.runtime.store.ArtifactStore;
import dev.plankton.runtime.store.Artifacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The artifacts as one step attempt sees them: notes what it read and what it published. */
final class StepArtifacts implements Artifacts {
    private final ArtifactStore store;
    private final RunHistory history;
    private final String taskType;
    private final String key;
    private final Path scratch;
    private final Set<ArtifactId> read = new LinkedHashSet<>();
    private final List<ArtifactId> published = new ArrayList<>();

    StepArtifacts(ArtifactStore store, RunHistory history, String taskType, String key, Path scratch) {
        this.store = store;
        this.history = history;
        this.taskType = taskType;
        this.key = key;
        this.scratch = scratch;
    }

    @Override
    public ArtifactId publish(String kind, Path file) throws IOException {
        ArtifactId id = ArtifactStore.digest(file);
        List<String> inputs;
        synchronized (this) {
            published.add(id);
            inputs = read.stream()
                    .filter(input -> !input.equals(id))
                    .map(ArtifactId::sha256)
                    .toList();
        }
        history.artifact(id.sha256(), kind, Files.size(file), taskType, key, inputs); // first: see there
        store.put(id, file);
        return id;
    }

    @Override
    public ArtifactId publishJson(String kind, Object value) throws IOException {
        Path file = Files.createTempFile(scratch, kind, ".json");
        Files.write(file, Json.write(value));
        return publish(kind, file);
    }

    @Override
    public Path fetch(ArtifactId id) throws IOException {
        synchronized (this) {
            read.add(id);
        }
        return store.fetch(id);
    }

    @Override
    public <T> T fetchJson(ArtifactId id, Class<T> type) throws IOException {
        return Json.read(Files.readAllBytes(fetch(id)), type);
    }

    synchronized List<ArtifactId> published() {
        return List.copyOf(published);
    }
}
