package dev.plankton.app;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** The folder that keeps everything of one installation. Only one process at a time can use it. */
public record DataFolder(Path path) {
    private static final String MARKER = "plankton-data";
    private static final String LOCK = "lock";

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");
    private static final int LOOKS = 5;
    private static final long LOOK_EVERY_MILLIS = 100;

    /** Held as long as the services run on the folder. The operating system releases it when the process ends. */
    public record Lock(FileChannel channel) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            channel.close();
        }
    }

    /** Creates the folder if it is missing and takes it for this process alone. */
    public Lock lock() throws IOException, Trouble {
        if (Files.exists(path) && !isOurs() && !isEmpty()) {
            throw new Trouble("%s holds something else; give an empty or new folder with --data.".formatted(path));
        }
        Files.createDirectories(path, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        FileChannel channel = FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!locked(channel)) {
            channel.close();
            throw new Trouble("%s is in use by process %d; `plankton status` shows it, `plankton down` stops it."
                    .formatted(path, pid()));
        }
        channel.truncate(0);
        channel.write(
                ByteBuffer.wrap("%d\n".formatted(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
        if (!isOurs()) {
            Files.writeString(path.resolve(MARKER), "Made by plankton: its database, its object store, its reports.\n");
        }
        return new Lock(channel);
    }

    /** Looks more than once, since {@link #holder} takes the lock for a moment. */
    private static boolean locked(FileChannel channel) throws IOException {
        for (int look = 1; look < LOOKS; look++) {
            if (tryLock(channel)) {
                return true;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(LOOK_EVERY_MILLIS));
        }
        return tryLock(channel);
    }

    private static boolean tryLock(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false; // locked by this process
        }
    }

    /**
     * The process that holds the lock: the sign that services run on the folder. Unlike the time at which a process
     * started, it does not change when the system's clock is set.
     */
    public Optional<ProcessHandle> holder() throws IOException, Trouble {
        Path file = path.resolve(LOCK);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            if (tryLock(channel)) {
                return Optional.empty();
            }
        }
        return ProcessHandle.of(pid());
    }

    /** The id of the process that holds the lock. */
    private long pid() throws IOException, Trouble {
        Path file = path.resolve(LOCK);
        try {
            return Long.parseLong(
                    Files.readString(file, StandardCharsets.ISO_8859_1).strip());
        } catch (NumberFormatException e) {
            throw new Trouble("%s is in use, but %s is damaged and does not say by which process; end that process."
                    .formatted(path, file));
        }
    }

    /**
     * Closes the folder to other users of this machine.
     *
     * @return whether it was open to them
     */
    public boolean closeToOthers() throws IOException {
        if (Files.getPosixFilePermissions(path).equals(OWNER_ONLY)) {
            return false;
        }
        Files.setPosixFilePermissions(path, OWNER_ONLY);
        return true;
    }

    /** Deletes what the locked folder keeps, but not the folder. */
    public void empty() throws IOException {
        List<Path> contents;
        try (Stream<Path> all = Files.walk(path)) {
            contents = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path content : contents) {
            if (!content.equals(path) && !content.equals(path.resolve(LOCK)) && !content.equals(path.resolve(MARKER))) {
                Files.delete(content);
            }
        }
    }

    public Path resolve(String name) {
        return path.resolve(name);
    }

    /** Whether services ran on the folder before. */
    public boolean isOurs() {
        return Files.isRegularFile(path.resolve(MARKER));
    }

    private boolean isEmpty() throws IOException {
        try (Stream<Path> contents = Files.list(path)) {
            return contents.findAny().isEmpty();
        }
    }
}
