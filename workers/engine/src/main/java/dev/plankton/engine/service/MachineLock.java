package dev.plankton.engine.service;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * A lock for steps that need a machine to themselves: only the service that holds it may run such a step. It is a lock
 * on a file in the state folder, which the services of a machine share. The operating system releases it when the
 * process that holds it ends.
 */
final class MachineLock {
    private static final long LOOK_EVERY_MILLIS = 200;

    private final Path file;

    MachineLock(Path file) {
        this.file = file;
    }

    /** Waits for the lock. */
    Held acquire() throws InterruptedException {
        for (Optional<Held> held = tryAcquire(); ; held = tryAcquire()) {
            if (held.isPresent()) {
                return held.get();
            }
            Thread.sleep(LOOK_EVERY_MILLIS);
        }
    }

    private Optional<Held> tryAcquire() {
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = null;
            try {
                lock = channel.tryLock();
            } finally {
                if (lock == null) {
                    channel.close();
                }
            }
            return lock == null ? Optional.empty() : Optional.of(() -> Quietly.close(channel));
        } catch (OverlappingFileLockException | IOException e) { // held in this process, or not available
            return Optional.empty();
        }
    }

    /** Releases the lock when it is closed. */
    interface Held extends AutoCloseable {
        @Override
        void close();
    }
}
