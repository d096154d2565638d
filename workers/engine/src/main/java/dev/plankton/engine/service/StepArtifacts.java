package dev.plankton.engine.service;

import dev.plankton.contracts.ids.ArtifactId;
import dev.plankton.contracts.json.Json;
import dev.plankton.db.RunHistory;
import dev.plankton.engine.store.ArtifactStore;
import dev.plankton.engine.store.Artifacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The artifacts of one attempt at a step. Records what the attempt read and what it published. */
final class StepArtifacts implements Artifacts {
    private final ArtifactStore store;
    private final RunHistory history;
    private final String taskType;
    private final String key;
    private final Path scratch;
    private final FetchedFiles files;
    private final Set<ArtifactId> read = new LinkedHashSet<>();
    private final List<Made> made = new ArrayList<>();

    /** An artifact that was published, and what had been read until then. */
    record Made(ArtifactId id, String kind, long bytes, List<ArtifactId> inputs) {
        Made {
            inputs = List.copyOf(inputs);
        }
    }

    StepArtifacts(ArtifactStore store, RunHistory history, String taskType, String key, Path scratch) {
        this(store, history, taskType, key, scratch, new FetchedFiles(store, scratch));
    }

    private StepArtifacts(
            ArtifactStore store, RunHistory history, String taskType, String key, Path scratch, FetchedFiles files) {
        this.store = store;
        this.history = history;
        this.taskType = taskType;
        this.key = key;
        this.scratch = scratch;
        this.files = files;
    }

    @Override
    public ArtifactId publish(String kind, Path file) throws IOException {
        ArtifactId id = ArtifactStore.digest(file);
        Made published;
        synchronized (this) {
            published = new Made(
                    id,
                    kind,
                    Files.size(file),
                    read.stream().filter(input -> !input.equals(id)).toList());
            made.add(published);
        }
        record(published); // before the upload: see RunLog
        store.put(id, file);
        return id;
    }

    /** Records an artifact that this attempt has made or found. */
    void record(Made artifact) throws IOException {
        history.runs().artifact(artifact.id(), artifact.kind(), artifact.bytes(), taskType, key, artifact.inputs());
    }

    @Override
    public ArtifactId publishJson(String kind, Object value) throws IOException {
        Path file = Files.createTempFile(scratch, kind, ".json");
        Files.write(file, Json.write(value));
        return publish(kind, file);
    }

    @Override
    public synchronized void uses(ArtifactId id) {
        read.add(id);
    }

    @Override
    public Path fetch(ArtifactId id) throws IOException {
        uses(id);
        return files.fetch(id);
    }

    @Override
    public void release(ArtifactId id) throws IOException {
        files.release(id);
    }

    @Override
    public <T> T fetchJson(ArtifactId id, Class<T> type) throws IOException {
        byte[] json = Files.readAllBytes(fetch(id));
        release(id);
        return Json.read(json, type);
    }

    /** Artifacts of a part of this step's own, with a record of what that part reads; both share the fetched files. */
    StepArtifacts ofPart() {
        return new StepArtifacts(store, history, taskType, key, scratch, files);
    }

    /** Takes what a part has published as published by this step, and as read by it. */
    synchronized void adopt(List<Made> others) {
        made.addAll(others);
        others.forEach(other -> read.add(other.id()));
    }

    synchronized List<Made> made() {
        return List.copyOf(made);
    }

    List<ArtifactId> published() {
        return made().stream().map(Made::id).toList();
    }
}
