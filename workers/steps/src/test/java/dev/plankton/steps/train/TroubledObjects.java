package dev.plankton.steps.train;

import dev.plankton.engine.store.ObjectStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;

/** An object store that can be told not to be there for reading, or for writing. */
final class TroubledObjects implements ObjectStore {
    private final ObjectStore objects;
    private final boolean readable;
    private final boolean writable;

    TroubledObjects(ObjectStore objects, boolean readable, boolean writable) {
        this.objects = objects;
        this.readable = readable;
        this.writable = writable;
    }

    private static void check(boolean fine) throws IOException {
        if (!fine) {
            throw new IOException("the store is away");
        }
    }

    @Override
    public List<StoredObject> list(String prefix) throws IOException {
        check(readable);
        return objects.list(prefix);
    }

    @Override
    public InputStream open(String key) throws IOException {
        check(readable);
        return objects.open(key);
    }

    @Override
    public InputStream open(String key, long offset, long length) throws IOException {
        check(readable);
        return objects.open(key, offset, length);
    }

    @Override
    public long length(String key) throws IOException {
        check(readable);
        return objects.length(key);
    }

    @Override
    public boolean exists(String key) throws IOException {
        check(readable);
        return objects.exists(key);
    }

    @Override
    public void put(String key, Path file, String mediaType) throws IOException {
        check(writable);
        objects.put(key, file, mediaType);
    }

    @Override
    public boolean putIfAbsent(String key, Path file, String mediaType) throws IOException {
        check(writable);
        return objects.putIfAbsent(key, file, mediaType);
    }

    @Override
    public void delete(String key) throws IOException {
        check(writable);
        objects.delete(key);
    }
}
