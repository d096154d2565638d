package dev.plankton.engine.service;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder for the temporary files of this process, deleted at the end. A lock beside the folder shows that its process
 * still runs; the next start deletes the folders that killed processes left behind. Services that share the folder's
 * parent start and stop one after the other, so that none meets the files of another one half made or half deleted.
 */
final class ScratchSpace implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(ScratchSpace.class);
    private static final String LOCK = ".lock";
    private static final String DOOR = ".door";

    private final MachineLock door;
    private final Path folder;
    private final Path lockFile;
    private final FileChannel lock;

    private ScratchSpace(MachineLock door, Path folder, Path lockFile, FileChannel lock) {
        this.door = door;
        this.folder = folder;
        this.lockFile = lockFile;
        this.lock = lock;
    }

    /** @throws IOException if the folder cannot be made or written */
    static ScratchSpace open(Path parent) throws IOException {
        Files.createDirectories(parent);
        MachineLock door = new MachineLock(parent.resolveSibling(parent.getFileName() + DOOR));
        try (MachineLock.Held held = pass(door)) {
            deleteLeftovers(parent);
            String name = UUID.randomUUID().toString();
            Path lockFile = parent.resolve(name + LOCK);
            FileChannel lock = FileChannel.open(lockFile, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            lock.lock();
            return new ScratchSpace(door, Files.createDirectory(parent.resolve(name)), lockFile, lock);
        }
    }

    Path folder() {
        return folder;
    }

    private static MachineLock.Held pass(MachineLock door) throws IOException {
        try {
            return door.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while another service was starting or stopping");
        }
    }

    private static void deleteLeftovers(Path parent) throws IOException {
        List<Path> locks;
        try (Stream<Path> files = Files.list(parent)) {
            locks = files.filter(file -> file.toString().endsWith(LOCK)).toList();
        }
        for (Path lock : locks) {
            try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE);
                    FileLock mine = channel.tryLock()) {
                if (mine != null) {
                    String name = lock.getFileName().toString();
                    Folders.delete(parent.resolve(name.substring(0, name.length() - LOCK.length())));
                    Files.deleteIfExists(lock);
                }
            } catch (OverlappingFileLockException e) {
                LOGGER.debug("{} belongs to another service of this process", lock);
            }
        }
    }

    @Override
    public void close() throws IOException {
        Folders.delete(folder);
        try (MachineLock.Held held = pass(door)) {
            lock.close();
            Files.deleteIfExists(lockFile);
        }
    }
}
