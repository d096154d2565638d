package dev.plankton.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Says how many files and megabytes are done: in place on a terminal, otherwise in a line every few seconds. */
public final class UploadProgress {
    /** Says nothing. */
    static final UploadProgress NONE = new UploadProgress(Optional.empty());

    private static final long LIVE_NANOS = Duration.ofMillis(200).toNanos();
    private static final long PLAIN_NANOS = Duration.ofSeconds(5).toNanos();
    private static final double MEGABYTE = 1e6;

    private final Optional<Screen> screen;
    private int allFiles;
    private long allBytes;
    private int files;
    private long bytes;
    private long said;

    private UploadProgress(Optional<Screen> screen) {
        this.screen = screen;
    }

    static UploadProgress on(Screen screen) {
        return new UploadProgress(Optional.of(screen));
    }

    synchronized void start(Collection<Path> all) throws IOException {
        if (screen.isPresent()) {
            for (Path file : all) {
                allBytes += Files.size(file);
            }
            allFiles = all.size();
            said = System.nanoTime();
        }
    }

    /** One more file is in the store. */
    void done(Path file) throws IOException {
        if (screen.isPresent()) {
            done(screen.get(), Files.size(file));
        }
    }

    private synchronized void done(Screen shown, long size) {
        files++;
        bytes += size;
        if (System.nanoTime() - said > (shown.isTerminal() ? LIVE_NANOS : PLAIN_NANOS)) {
            said = System.nanoTime();
            String text =
                    "%,d of %,d files, %s of %s MB".formatted(files, allFiles, megabytes(bytes), megabytes(allBytes));
            if (shown.isTerminal()) {
                shown.live(text);
            } else {
                shown.line(text);
            }
        }
    }

    void end() {
        screen.ifPresent(Screen::clear);
    }

    static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f", bytes / MEGABYTE);
    }
}
