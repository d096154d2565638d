package dev.plankton.steps.datasetimport;

import dev.plankton.engine.store.ObjectStore;
import dev.plankton.engine.store.ObjectStore.StoredObject;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;

/** An object of the store as a file that is read here and there, in blocks of some megabytes. */
final class StoredChannel implements SeekableByteChannel {
    private static final int BLOCK = 4 << 20;

    private final ObjectStore store;
    private final StoredObject object;
    private byte[] block = {};
    private long blockStart;
    private long position;
    private boolean open = true;

    StoredChannel(ObjectStore store, StoredObject object) {
        this.store = store;
        this.object = object;
    }

    /** @throws StoreFailure if the store does not answer */
    @Override
    public int read(ByteBuffer target) throws IOException {
        if (!open) {
            throw new ClosedChannelException();
        }
        if (position >= object.bytes()) {
            return -1;
        }
        if (position < blockStart || position >= blockStart + block.length) {
            load();
        }
        int from = (int) (position - blockStart);
        int count = Math.min(target.remaining(), block.length - from);
        target.put(block, from, count);
        position += count;
        return count;
    }

    private void load() {
        int bytes = (int) Math.min(BLOCK, object.bytes() - position);
        try (InputStream in = store.open(object.key(), position, bytes)) {
            byte[] loaded = in.readNBytes(bytes);
            if (loaded.length < bytes) {
                throw new EOFException("the object %s is shorter than it was".formatted(object.key()));
            }
            block = loaded;
            blockStart = position;
        } catch (IOException e) {
            throw new StoreFailure(e);
        }
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public SeekableByteChannel position(long newPosition) {
        position = newPosition;
        return this;
    }

    @Override
    public long size() {
        return object.bytes();
    }

    @Override
    public int write(ByteBuffer source) {
        throw new NonWritableChannelException();
    }

    @Override
    public SeekableByteChannel truncate(long size) {
        throw new NonWritableChannelException();
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public void close() {
        open = false;
        block = new byte[0];
    }
}
