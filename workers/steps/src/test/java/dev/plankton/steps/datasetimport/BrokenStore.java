package dev.plankton.steps.datasetimport;

import dev.plankton.engine.store.ObjectStore;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;

/** A store whose connections break after some bytes of an object. Counts the bytes that were read. */
final class BrokenStore implements ObjectStore {
    private final ObjectStore store;
    private long perConnection = Long.MAX_VALUE;
    private long left = Long.MAX_VALUE;
    private long read;

    BrokenStore(ObjectStore store) {
        this.store = store;
    }

    /** From now on each connection breaks after so many bytes. */
    void breakConnectionsAfter(long bytes) {
        perConnection = bytes;
    }

    /** From now on nothing can be read after so many bytes. */
    void breakAfter(long bytes) {
        left = bytes;
    }

    /** Bytes read from objects. */
    long read() {
        return read;
    }

    private InputStream breaking(InputStream in) {
        return new FilterInputStream(in) {
            private long mine = perConnection;

            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                if (left <= 0 || mine <= 0) {
                    throw new IOException("the connection broke");
                }
                int count = in.read(target, offset, (int) Math.min(length, Math.min(left, mine)));
                if (count > 0) {
                    left -= count;
                    mine -= count;
                    read += count;
                }
                return count;
            }
        };
    }

    @Override
    public List<StoredObject> list(String prefix) throws IOException {
        return store.list(prefix);
    }

    @Override
    public InputStream open(String key) throws IOException {
        return breaking(store.open(key));
    }

    @Override
    public InputStream open(String key, long offset, long length) throws IOException {
        return breaking(store.open(key, offset, length));
    }

    @Override
    public long length(String key) throws IOException {
        return store.length(key);
    }

    @Override
    public void put(String key, Path file, String mediaType) throws IOException {
        store.put(key, file, mediaType);
    }

    @Override
    public boolean putIfAbsent(String key, Path file, String mediaType) throws IOException {
        return store.putIfAbsent(key, file, mediaType);
    }

    @Override
    public boolean exists(String key) throws IOException {
        return store.exists(key);
    }

    @Override
    public void delete(String key) throws IOException {
        store.delete(key);
    }
}
