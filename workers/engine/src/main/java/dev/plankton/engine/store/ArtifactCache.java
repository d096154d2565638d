package dev.plankton.engine.store;

import dev.plankton.contracts.ids.ArtifactId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Copies of artifacts in a local folder, each named by its id, which stay below a limit: those that were not used for
 * longest are deleted. The modification time of a copy says when it was last used. Safe for several threads and several
 * processes on one folder; any copy may vanish at any time, unless it is held.
 */
final class ArtifactCache {
    private static final Logger LOGGER = LoggerFactory.getLogger(ArtifactCache.class);

    /** How long a copy stays that was handed out itself, since no link to it could be made. */
    static final Duration LENT = Duration.ofMinutes(10);

    /** The cache is looked through whenever this share of its limit was added. */
    private static final int LOOKS = 50;

    private final Path folder;
    private final CacheLimit limit;
    private final StoreWatch watch;
    private final AtomicLong added = new AtomicLong();
    private final ReentrantLock sweeping = new ReentrantLock();

    ArtifactCache(Path folder, CacheLimit limit, StoreWatch watch) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.limit = limit;
        this.watch = watch;
        sweep();
    }

    private Path place(ArtifactId id) {
        return folder.resolve(id.sha256());
    }

    /** The copy of an artifact, if there is one, which counts as used now. */
    Optional<Path> find(ArtifactId id) throws IOException {
        Path copy = place(id);
        FileTime now = FileTime.from(Instant.now());
        try {
            if (Files.getLastModifiedTime(copy).compareTo(now) < 0) { // it is later where the copy is lent
                Files.setLastModifiedTime(copy, now);
            }
            return Optional.of(copy);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** A new empty file, in which a copy is made before {@link #take}. */
    Path partial() throws IOException {
        return Files.createTempFile(folder, "copy-", CacheSweep.PARTIAL);
    }

    /**
     * Sees to it that a file stays for its reader.
     *
     * @param file a copy in the cache, or a finished file that it will take next
     * @param link where to make a hard link, which stays when the copy is deleted
     * @return the link; the place of the copy if there is none, which stays for {@link #LENT}
     * @throws NoSuchFileException if the copy has vanished
     */
    Path hold(ArtifactId id, Path file, Optional<Path> link) throws IOException {
        if (link.isPresent() && linked(file, link.get())) {
            return link.get();
        }
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().plus(LENT)));
        return place(id);
    }

    private static boolean linked(Path file, Path link) throws NoSuchFileException {
        try {
            Files.createLink(link, file);
            return true;
        } catch (FileAlreadyExistsException e) {
            return true; // another thread made it for the same reader
        } catch (NoSuchFileException e) {
            throw e;
        } catch (IOException | UnsupportedOperationException e) {
            LOGGER.debug("no hard link from {} to {}", link, file, e); // on another file system, for instance
            return false;
        }
    }

    /** Makes a finished file the copy of an artifact. */
    void take(ArtifactId id, Path finished) throws IOException {
        long bytes = Files.size(finished);
        Files.move(finished, place(id), StandardCopyOption.ATOMIC_MOVE);
        if (added.addAndGet(bytes) >= limit.bytes() / LOOKS) {
            sweep();
        }
    }

    /** A cache that cannot be emptied does not stop the work. */
    private void sweep() {
        if (sweeping.tryLock()) { // otherwise another thread is at it
            try {
                added.set(0);
                CacheSweep.run(folder, limit, watch);
            } catch (IOException | UncheckedIOException e) {
                LOGGER.warn("the cache {} cannot be emptied", folder, e);
            } finally {
                sweeping.unlock();
            }
        }
    }
}
