package dev.plankton.steps.datasetimport;

import dev.plankton.engine.store.ObjectStore;
import dev.plankton.engine.store.ObjectStore.StoredObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the bytes of an archive are. An archive of the upload is read from the store, without a copy of it. */
sealed interface ArchiveBytes {
    /** As many bytes as are read to find out what kind of file it is. */
    int FIRST = 1 << 12;

    long size() throws IOException;

    /** All bytes, from the first one. */
    InputStream open() throws IOException;

    /** The first bytes, {@link #FIRST} at most. */
    byte[] first() throws IOException;

    /** The bytes in any order. */
    SeekableByteChannel channel() throws IOException;

    /** An archive that lay in another one and was copied to the local disk. */
    record Local(Path file) implements ArchiveBytes {
        @Override
        public long size() throws IOException {
            return Files.size(file);
        }

        @Override
        public InputStream open() throws IOException {
            return Files.newInputStream(file);
        }

        @Override
        public byte[] first() throws IOException {
            try (InputStream in = open()) {
                return in.readNBytes(FIRST);
            }
        }

        @Override
        public SeekableByteChannel channel() throws IOException {
            return FileChannel.open(file);
        }
    }

    /** An archive that was uploaded. */
    record Stored(ObjectStore store, StoredObject object) implements ArchiveBytes {
        @Override
        public long size() {
            return object.bytes();
        }

        @Override
        public InputStream open() {
            return new StoredStream(store, object, object.bytes());
        }

        @Override
        public byte[] first() throws IOException {
            try (InputStream in = new StoredStream(store, object, Math.min(FIRST, object.bytes()))) {
                return in.readNBytes(FIRST);
            }
        }

        @Override
        public SeekableByteChannel channel() {
            return new StoredChannel(store, object);
        }
    }
}
