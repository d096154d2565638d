package dev.plankton.engine.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Deletes copies in the folder of an {@link ArtifactCache} until nine tenths of its limit are left, and what killed
 * processes left half done. Several processes may do so at once: they delete in the same order, and what one of them
 * has deleted counts for all. Files with other names stay, and are not counted.
 */
final class CacheSweep {
    /** How the names of unfinished copies end. */
    static final String PARTIAL = ".partial";

    private static final Duration ABANDONED = Duration.ofDays(1);
    private static final Pattern OURS = Pattern.compile("[0-9a-f]{64}|.*[.]partial");

    private final Instant now = Instant.now();
    private final long kept;

    private CacheSweep(CacheLimit limit) {
        this.kept = limit.bytes() / 10 * 9;
    }

    /** @param used when it was last used, or written if it is unfinished */
    private record Copy(Path file, long bytes, Instant used) {
        boolean unfinished() {
            return file.toString().endsWith(PARTIAL);
        }
    }

    static void run(Path folder, CacheLimit limit, StoreWatch watch) throws IOException {
        new CacheSweep(limit).run(folder, watch);
    }

    private void run(Path folder, StoreWatch watch) throws IOException {
        List<Copy> copies = copies(folder);
        long left = copies.stream().mapToLong(Copy::bytes).sum();
        long deleted = 0;
        for (Copy copy : copies) {
            boolean goes = copy.unfinished() ? abandoned(copy) : left > kept && !lent(copy);
            if (goes && asBefore(copy)) {
                deleted += Files.deleteIfExists(copy.file()) ? copy.bytes() : 0;
                left -= copy.bytes();
            }
        }
        watch.swept(left, deleted);
    }

    /** In the order in which they may go. One that alone is too large goes before all others. */
    private List<Copy> copies(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(
                            file -> OURS.matcher(file.getFileName().toString()).matches())
                    .map(CacheSweep::look)
                    .flatMap(Optional::stream)
                    .sorted(Comparator.comparing((Copy copy) -> !copy.unfinished() && copy.bytes() <= kept)
                            .thenComparing(Copy::used))
                    .toList();
        }
    }

    private static Optional<Copy> look(Path file) {
        try {
            BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
            return found.isRegularFile()
                    ? Optional.of(new Copy(
                            file, found.size(), found.lastModifiedTime().toInstant()))
                    : Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty(); // another process was faster
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean abandoned(Copy copy) {
        return copy.used().isBefore(now.minus(ABANDONED));
    }

    /** A time further in the future comes from a clock that was wrong. */
    private boolean lent(Copy copy) {
        return copy.used().isAfter(now) && !copy.used().isAfter(now.plus(ArtifactCache.LENT));
    }

    /** Whether nobody has used the copy since it was looked at; also if it is gone. */
    private static boolean asBefore(Copy copy) {
        return look(copy.file()).stream().allMatch(found -> found.used().equals(copy.used()));
    }
}
