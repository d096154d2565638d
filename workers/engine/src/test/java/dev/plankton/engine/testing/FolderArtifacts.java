package dev.plankton.engine.testing;

import dev.plankton.contracts.BadInputException;
import dev.plankton.contracts.ids.ArtifactId;
import dev.plankton.contracts.json.Json;
import dev.plankton.db.RunHistory;
import dev.plankton.engine.store.Artifacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Artifacts as files in a folder. Counts the files that were fetched and not released. */
public final class FolderArtifacts implements Artifacts {
    private final Path folder;
    private final RunHistory history;
    private final List<ArtifactId> read = new ArrayList<>();
    private final List<ArtifactId> held = new ArrayList<>();
    private int mostHeld;

    FolderArtifacts(Path folder, RunHistory history) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.history = history;
    }

    @Override
    public synchronized ArtifactId publish(String kind, Path file) throws IOException {
        ArtifactId id = new ArtifactId(HexFormat.of().formatHex(Json.sha256().digest(Files.readAllBytes(file))));
        Files.copy(file, folder.resolve(id.sha256()), StandardCopyOption.REPLACE_EXISTING);
        history.runs().artifact(id, kind, Files.size(file), "test", "test", List.copyOf(read));
        return id;
    }

    @Override
    public ArtifactId publishJson(String kind, Object value) throws IOException {
        Path file = Files.createTempFile(kind, ".json");
        try {
            Files.write(file, Json.write(value));
            return publish(kind, file);
        } finally {
            Files.delete(file);
        }
    }

    @Override
    public synchronized void uses(ArtifactId id) {
        read.add(id);
    }

    @Override
    public synchronized Path fetch(ArtifactId id) {
        Path file = folder.resolve(id.sha256());
        if (!Files.exists(file)) {
            throw new BadInputException("The store has no artifact %s.".formatted(id));
        }
        uses(id);
        held.add(id);
        mostHeld = Math.max(mostHeld, held.size());
        return file;
    }

    @Override
    public synchronized void release(ArtifactId id) {
        if (!held.remove(id)) {
            throw new IllegalStateException("%s was not fetched".formatted(id));
        }
    }

    /** The files that were fetched and not released, each as often. */
    public synchronized List<ArtifactId> held() {
        return List.copyOf(held);
    }

    /** How many files were held at most at one time. */
    public synchronized int mostHeld() {
        return mostHeld;
    }

    @Override
    public <T> T fetchJson(ArtifactId id, Class<T> type) throws IOException {
        byte[] json = Files.readAllBytes(fetch(id));
        release(id);
        return Json.read(json, type);
    }
}
