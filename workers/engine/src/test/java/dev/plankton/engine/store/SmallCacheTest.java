package dev.plankton.engine.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plankton.contracts.ids.ArtifactId;
import dev.plankton.embedded.EmbeddedStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Artifacts in a real S3 store, with a cache that holds nine of them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SmallCacheTest {
    private static final int BYTES = 10_000;
    private static final CacheLimit LIMIT = new CacheLimit(10 * BYTES);

    private EmbeddedStore server;
    private S3ObjectStore objects;
    private Path folder;
    private Path cache;
    private int files;

    @BeforeAll
    void start(@TempDir Path data) throws IOException {
        server = EmbeddedStore.start(data.resolve("store"), 0);
        objects = new S3ObjectStore(
                new StoreConfig(server.url(), server.bucket(), server.accessKey(), server.secretKey()));
    }

    @AfterAll
    void stop() throws IOException {
        objects.close();
        server.close();
    }

    @BeforeEach
    void empty(@TempDir Path temporary) {
        folder = temporary;
        cache = folder.resolve("cache");
    }

    private ArtifactStore open() throws IOException {
        return new ArtifactStore(objects, cache, LIMIT, StoreWatch.none());
    }

    private Path file() throws IOException {
        byte[] bytes = new byte[BYTES];
        new Random(files++).nextBytes(bytes);
        return Files.write(Files.createTempFile(folder, "file-", ""), bytes);
    }

    private List<ArtifactId> put(ArtifactStore store, int count) throws IOException {
        List<ArtifactId> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ids.add(store.put(file()));
            assertThat(size()).isLessThanOrEqualTo(LIMIT.bytes());
        }
        return ids;
    }

    private long size() throws IOException {
        try (Stream<Path> copies = Files.list(cache)) {
            return copies.mapToLong(SmallCacheTest::size).sum();
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            return 0;
        }
    }

    private Path scratch() throws IOException {
        return Files.createTempDirectory(folder, "scratch-");
    }

    private static void assertWhole(Path file, ArtifactId id) throws IOException {
        assertThat(ArtifactStore.digest(file)).isEqualTo(id);
        assertThat(file).hasFileName(id.sha256());
    }

    @Test
    void itStaysBelowItsLimitAndReadersKeepTheirFiles() throws IOException {
        ArtifactStore store = open();
        List<ArtifactId> ids = put(store, 30);
        Path scratch = scratch();
        for (ArtifactId id : ids) {
            assertThat(store.fetch(id, scratch)).isEqualTo(scratch.resolve(id.sha256()));
            assertThat(size()).isLessThanOrEqualTo(LIMIT.bytes());
        }
        put(open(), 10); // as another process does
        for (ArtifactId id : ids) {
            assertThat(cache.resolve(id.sha256())).doesNotExist();
            assertWhole(scratch.resolve(id.sha256()), id);
        }
    }

    @Test
    void anArtifactThatIsTooLargeForItIsFetchedAllTheSame() throws IOException {
        ArtifactStore store = new ArtifactStore(objects, cache, new CacheLimit(10), StoreWatch.none());
        ArtifactId id = store.put(file());
        assertThat(size()).isZero();
        assertWhole(store.fetch(id, scratch()), id);
        assertThat(size()).isZero();
        assertWhole(store.fetch(id), id);
    }

    @Test
    void aVanishedCopyIsDownloadedAgain() throws IOException {
        ArtifactStore store = open();
        ArtifactId id = put(store, 1).getFirst();
        store.fetch(id, scratch());
        Files.delete(cache.resolve(id.sha256()));
        assertWhole(store.fetch(id, scratch()), id);
        assertThat(cache.resolve(id.sha256())).hasSize(BYTES);
    }

    @Test
    void aCopyMayVanishWhileItIsFetched() throws Exception {
        ArtifactStore store = open();
        ArtifactId id = put(store, 1).getFirst();
        Path copy = cache.resolve(id.sha256());
        ExecutorService other = Executors.newSingleThreadExecutor();
        Future<?> deleting = other.submit(() -> {
            while (!Thread.currentThread().isInterrupted()) {
                Files.deleteIfExists(copy);
            }
            return id;
        });
        try {
            for (int i = 0; i < 200; i++) {
                // A new store reads the copy before it trusts it.
                assertWhole((i % 2 == 0 ? store : open()).fetch(id, scratch()), id);
            }
            assertThat(deleting).isNotDone();
        } finally {
            other.shutdownNow();
        }
    }

    @Test
    void twoStoresShareAFolder() throws Exception {
        List<ArtifactId> ids = put(open(), 30);
        List<ArtifactStore> stores = List.of(open(), open());
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<Integer>> readers = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                readers.add(threads.submit(reader(stores.get(i % 2), ids, i)));
            }
            for (Future<Integer> reader : readers) {
                assertThat(reader.get()).isEqualTo(150);
            }
        }
        open();
        assertThat(size()).isLessThanOrEqualTo(LIMIT.bytes());
    }

    private Callable<Integer> reader(ArtifactStore store, List<ArtifactId> ids, int seed) {
        return () -> {
            Random random = new Random(seed);
            Path scratch = scratch();
            int read = 0;
            for (; read < 150; read++) {
                ArtifactId id = ids.get(random.nextInt(ids.size()));
                Path file = store.fetch(id, scratch);
                assertWhole(file, id);
                if (random.nextBoolean()) {
                    Files.delete(file);
                }
            }
            return read;
        };
    }
}
