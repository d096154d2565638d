package dev.plankton.engine.service;

import java.io.IOException;
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
 * still runs; the next start deletes the folders that killed processes left behind.
 */
final class ScratchSpace implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(ScratchSpace.class);
    private static final String LOCK = ".lock";

    private final Path folder;
    private final Path lockFile;
    private final FileChannel lock;

    private ScratchSpace(Path folder, Path lockFile, FileChannel lock) {
        this.folder = folder;
        this.lockFile = lockFile;
        this.lock = lock;
    }

    static ScratchSpace open(Path parent) throws IOException {
        Files.createDirectories(parent);
        deleteLeftovers(parent);
        String name = UUID.randomUUID().toString();
        Path lockFile = parent.resolve(name + LOCK);
        FileChannel lock = FileChannel.open(lockFile, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        lock.lock();
        return new ScratchSpace(Files.createDirectory(parent.resolve(name)), lockFile, lock);
    }

    Path folder() {
        return folder;
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
        lock.close();
        Files.deleteIfExists(lockFile);
    }
}
