package dev.plankton.steps.datasetimport;

import dev.plankton.engine.store.ObjectStore;
import dev.plankton.engine.store.ObjectStore.StoredObject;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of an object that takes long to read. If the connection breaks, reading goes on where it broke.
 *
 * @throws StoreFailure from every reading method if the store does not answer, or the object is no longer as long
 */
final class StoredStream extends InputStream {
    /** How often in a row a connection may break without one more byte. */
    private static final int ATTEMPTS = 5;

    private final ObjectStore store;
    private final StoredObject object;
    private final long bytes;
    private @Nullable InputStream open;
    private long position;

    /** @param bytes how many of the first bytes are read */
    StoredStream(ObjectStore store, StoredObject object, long bytes) {
        this.store = store;
        this.object = object;
        this.bytes = bytes;
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        if (length == 0) {
            return 0;
        }
        if (position == bytes) {
            return -1;
        }
        IOException last = new IOException("the object %s is shorter than it was".formatted(object.key()));
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                int count = connected().read(target, offset, (int) Math.min(length, bytes - position));
                if (count > 0) {
                    position += count;
                    return count;
                }
            } catch (IOException e) {
                last = e;
            }
            close();
        }
        throw new StoreFailure(last);
    }

    private InputStream connected() throws IOException {
        InputStream in = open;
        if (in == null) {
            in = store.open(object.key(), position, bytes - position);
            open = in;
        }
        return in;
    }

    @Override
    public void close() {
        InputStream in = open;
        open = null;
        if (in != null) {
            try {
                in.close();
            } catch (IOException e) {
                // The connection is given up; nothing was written that could be lost.
            }
        }
    }
}
