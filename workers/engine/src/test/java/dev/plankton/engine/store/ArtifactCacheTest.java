package dev.plankton.engine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plankton.contracts.ids.ArtifactId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The copies of artifacts in a real folder. A copy has 100 bytes if nothing else is said. */
class ArtifactCacheTest {
    private static final int BYTES = 100;

    @TempDir
    private Path folder;

    private static ArtifactId id(int number) {
        return new ArtifactId("%064x".formatted(number));
    }

    private Path place(int number) {
        return folder.resolve(id(number).sha256());
    }

    private Path write(Path file, int bytes, Duration ago) throws IOException {
        Files.write(file, new byte[bytes]);
        return Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(ago)));
    }

    /** As many copies, the first of them unused for longest. */
    private void copies(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            write(place(i), BYTES, Duration.ofMinutes(30L + count - i));
        }
    }

    private ArtifactCache open(long limit) throws IOException {
        return new ArtifactCache(folder, new CacheLimit(limit), StoreWatch.none());
    }

    private List<Integer> left() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.length() == 64)
                    .map(name -> Integer.parseInt(name, 16))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void whatWasNotUsedForLongestGoesFirst() throws IOException {
        copies(10);
        ArtifactCache large = open(10_000);
        assertThat(left()).hasSize(10);
        assertThat(large.find(id(0))).contains(place(0));
        assertThat(large.find(id(3))).contains(place(3));

        open(500);
        assertThat(left()).containsExactly(0, 3, 8, 9);
    }

    @Test
    void itIsEmptiedWhenThereIsMoreOfIt() throws IOException {
        ArtifactCache cache = open(1_000);
        for (int i = 0; i < 50; i++) {
            cache.take(id(i), write(cache.partial(), BYTES, Duration.ZERO));
            assertThat(left()).hasSizeLessThanOrEqualTo(9);
        }
        assertThat(left()).containsExactly(41, 42, 43, 44, 45, 46, 47, 48, 49);
    }

    @Test
    void aCopyThatAloneIsTooLargeDoesNotDriveOutTheOthers() throws IOException {
        copies(5);
        ArtifactCache cache = open(1_000);
        cache.take(id(7), write(cache.partial(), 950, Duration.ZERO));
        assertThat(left()).containsExactly(0, 1, 2, 3, 4);
    }

    @Test
    void whatIsHalfDoneGoesAfterADayAndWhatIsNotOursStays() throws IOException {
        Path abandoned = write(folder.resolve("copy-1.partial"), BYTES, Duration.ofHours(25));
        Path growing = write(folder.resolve("copy-2.partial"), BYTES, Duration.ofHours(23));
        Path other = write(folder.resolve("notes.txt"), BYTES, Duration.ofDays(99));
        copies(10);

        open(500);
        assertThat(abandoned).doesNotExist();
        assertThat(growing).exists();
        assertThat(other).exists();
        assertThat(left()).containsExactly(7, 8, 9);
    }

    @Test
    void aLinkStaysWhenItsCopyGoes() throws IOException {
        copies(1);
        Path link = folder.resolve("link");
        assertThat(open(10_000).hold(id(0), place(0), Optional.of(link))).isEqualTo(link);

        open(50);
        assertThat(left()).isEmpty();
        assertThat(link).hasSize(BYTES);
    }

    @Test
    void whereNoLinkCanBeMadeTheCopyStaysForAWhile() throws IOException {
        Path memory = Path.of("/dev/shm");
        assumeTrue(Files.isWritable(memory) && !Files.getFileStore(memory).equals(Files.getFileStore(folder)));
        copies(2);
        ArtifactCache cache = open(10_000);
        Path link = memory.resolve("plankton-no-link-" + System.nanoTime());
        assertThat(cache.hold(id(0), place(0), Optional.of(link))).isEqualTo(place(0));
        assertThat(link).doesNotExist();
        assertThat(cache.find(id(0))).isPresent();

        open(50);
        assertThat(left()).containsExactly(0);
        Files.setLastModifiedTime(place(0), FileTime.from(Instant.now().minusSeconds(1))); // ten minutes later
        open(50);
        assertThat(left()).isEmpty();
    }

    @Test
    void aTimeFarInTheFutureKeepsNothing() throws IOException {
        write(place(0), BYTES, Duration.ofDays(-1));
        open(50);
        assertThat(left()).isEmpty();
    }

    @Test
    void aVanishedCopyIsNotFoundAndCannotBeHeld() throws IOException {
        ArtifactCache cache = open(1_000);
        assertThat(cache.find(id(1))).isEmpty();
        assertThatThrownBy(() -> cache.hold(id(1), place(1), Optional.of(folder.resolve("link"))))
                .isInstanceOf(NoSuchFileException.class);
        assertThatThrownBy(() -> cache.hold(id(1), place(1), Optional.empty())).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void severalEmptyItAtOnceAndNoneDeletesTooMuch() throws Exception {
        int threads = 4;
        for (int turn = 0; turn < 5; turn++) {
            copies(1_000);
            Sweeps sweeps = new Sweeps();
            CyclicBarrier start = new CyclicBarrier(threads);
            try (ExecutorService together = Executors.newFixedThreadPool(threads)) {
                List<Future<ArtifactCache>> caches = new ArrayList<>();
                for (int i = 0; i < threads; i++) {
                    Callable<ArtifactCache> sweep = () -> {
                        start.await();
                        return new ArtifactCache(folder, new CacheLimit(50_000), sweeps);
                    };
                    caches.add(together.submit(sweep));
                }
                for (Future<ArtifactCache> cache : caches) {
                    cache.get();
                }
            }
            assertThat(left()).isEqualTo(IntStream.range(550, 1_000).boxed().toList());
            assertThat(sweeps.left).as("each came to its end").hasSize(threads).containsOnly(45_000L);
            assertThat(sweeps.deleted).hasValue(55_000);
        }
    }

    /** What several caches say. */
    private static final class Sweeps implements StoreWatch {
        private final List<Long> left = new CopyOnWriteArrayList<>();
        private final AtomicLong deleted = new AtomicLong();

        @Override
        public void called(Operation operation, Result result, Duration took) {}

        @Override
        public void fetched(boolean cached, long bytes) {}

        @Override
        public void swept(long bytes, long gone) {
            left.add(bytes);
            deleted.addAndGet(gone);
        }
    }
}
