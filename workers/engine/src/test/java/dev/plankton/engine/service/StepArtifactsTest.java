package dev.plankton.engine.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plankton.contracts.ids.ArtifactId;
import dev.plankton.embedded.EmbeddedStore;
import dev.plankton.engine.store.ArtifactStore;
import dev.plankton.engine.store.S3ObjectStore;
import dev.plankton.engine.store.StoreConfig;
import dev.plankton.engine.testing.RecordedHistory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files that an attempt fetches from a real S3 store. */
class StepArtifactsTest {
    @TempDir
    private Path folder;

    private EmbeddedStore server;
    private S3ObjectStore objects;
    private Path scratch;
    private StepArtifacts artifacts;
    private ArtifactId id;

    @BeforeEach
    void start() throws IOException {
        server = EmbeddedStore.start(folder.resolve("store"), 0);
        objects = new S3ObjectStore(
                new StoreConfig(server.url(), server.bucket(), server.accessKey(), server.secretKey()));
        ArtifactStore store = new ArtifactStore(objects, folder.resolve("cache"));
        scratch = Files.createDirectory(folder.resolve("scratch"));
        id = store.put(Files.writeString(folder.resolve("file"), "{\"a\": 1}"));
        artifacts = new StepArtifacts(store, new RecordedHistory(), "test", "key", scratch);
    }

    @AfterEach
    void stop() throws IOException {
        objects.close();
        server.close();
    }

    private List<Path> fetched() throws IOException {
        try (Stream<Path> files = Files.list(scratch)) {
            return files.toList();
        }
    }

    @Test
    void aFetchedFileStaysWhenTheCacheLosesIt() throws IOException {
        Path file = artifacts.fetch(id);
        Files.delete(folder.resolve("cache").resolve(id.sha256()));

        assertThat(file).hasFileName(id.sha256()).hasContent("{\"a\": 1}");
        assertThat(artifacts.fetch(id)).isEqualTo(file);
        assertThat(fetched()).containsExactly(file);
    }

    @Test
    void aFileGoesWhenAllHaveReleasedIt() throws IOException {
        Path file = artifacts.fetch(id);
        StepArtifacts part = artifacts.ofPart();
        assertThat(part.fetch(id)).isEqualTo(file);

        part.release(id);
        assertThat(file).exists();
        artifacts.release(id);
        assertThat(file).doesNotExist();
        assertThat(artifacts.fetch(id)).exists();
    }

    @Test
    void jsonLeavesNoFileAndTakesNone() throws IOException {
        assertThat(artifacts.fetchJson(id, One.class).a()).isEqualTo(1);
        assertThat(fetched()).isEmpty();
        Path file = artifacts.fetch(id);
        artifacts.fetchJson(id, One.class);
        assertThat(file).exists();
    }

    private record One(int a) {}
}
