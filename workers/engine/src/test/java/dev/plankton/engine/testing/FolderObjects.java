package dev.plankton.engine.testing;

import dev.plankton.engine.store.ObjectStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The bucket as a folder. */
public final class FolderObjects implements ObjectStore {
    private final Path folder;

    public FolderObjects(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    @Override
    public List<StoredObject> list(String prefix) throws IOException {
        List<StoredObject> objects = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String key = folder.relativize(file).toString().replace('\\', '/');
                if (key.startsWith(prefix)) {
                    String etag = HexFormat.of().toHexDigits(Arrays.hashCode(Files.readAllBytes(file)));
                    objects.add(new StoredObject(
                            key,
                            etag,
                            Files.size(file),
                            Files.getLastModifiedTime(file).toMillis()));
                }
            }
        }
        return objects;
    }

    @Override
    public InputStream open(String key) throws IOException {
        return Files.newInputStream(folder.resolve(key));
    }

    @Override
    public InputStream open(String key, long offset, long length) throws IOException {
        byte[] all = Files.readAllBytes(folder.resolve(key));
        return new ByteArrayInputStream(all, Math.toIntExact(offset), Math.toIntExact(length));
    }

    @Override
    public long length(String key) throws IOException {
        return Files.size(folder.resolve(key));
    }

    @Override
    public void put(String key, Path file, String mediaType) throws IOException {
        Files.createDirectories(parent(key));
        Files.copy(file, folder.resolve(key), StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public boolean putIfAbsent(String key, Path file, String mediaType) throws IOException {
        Files.createDirectories(parent(key));
        try {
            Files.copy(file, folder.resolve(key));
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        }
    }

    @Override
    public boolean exists(String key) {
        return Files.exists(folder.resolve(key));
    }

    @Override
    public void delete(String key) throws IOException {
        Files.deleteIfExists(folder.resolve(key));
    }

    private Path parent(String key) {
        return Objects.requireNonNull(folder.resolve(key).getParent());
    }
}
