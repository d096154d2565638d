package dev.plankton.app;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The folder that keeps everything of one installation. Only one process at a time can use it. */
public record DataFolder(Path path) {
    private static final String MARKER = "plankton-data";
    private static final String LOCK = "lock";

    /** Held as long as the services run on the folder. */
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
        Files.createDirectories(
                path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        FileChannel channel = FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!locked(channel)) {
            channel.close();
            String who = StackState.read(this)
                    .map(state -> "process %d".formatted(state.pid()))
                    .orElse("another process");
            throw new Trouble(
                    "%s is in use by %s; `plankton status` shows it, `plankton down` stops it.".formatted(path, who));
        }
        if (!isOurs()) {
            Files.writeString(path.resolve(MARKER), "Made by plankton: its database, its object store, its reports.\n");
        }
        return new Lock(channel);
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false; // locked by this process
        }
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

    private boolean isOurs() {
        return Files.isRegularFile(path.resolve(MARKER));
    }

    private boolean isEmpty() throws IOException {
        try (Stream<Path> contents = Files.list(path)) {
            return contents.findAny().isEmpty();
        }
    }
}
