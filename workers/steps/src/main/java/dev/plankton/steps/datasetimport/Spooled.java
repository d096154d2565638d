package dev.plankton.steps.datasetimport;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** The result of copying one file of an upload. */
sealed interface Spooled {

    /**
     * @param sha256 digest of the bytes in hexadecimal
     * @param crc32 checksum of the bytes, which a ZIP entry needs before its content
     */
    record Whole(Copy copy, String sha256, long crc32, long bytes) implements Spooled {}

    /** The file has no bytes. */
    record Empty() implements Spooled {}

    /** The file has more bytes than an image may have. */
    record TooLong(long limit) implements Spooled {}

    /** The bytes of the copy. */
    sealed interface Copy {
        InputStream open() throws IOException;

        SeekableByteChannel channel() throws IOException;

        /** Must be called when the copy is no longer needed. */
        void discard() throws IOException;
    }

    /** A small file. */
    @SuppressWarnings("ArrayRecordComponent") // compared nowhere
    record InMemory(byte[] bytes) implements Copy {
        @Override
        public InputStream open() {
            return new ByteArrayInputStream(bytes);
        }

        @Override
        public SeekableByteChannel channel() {
            return new SeekableInMemoryByteChannel(bytes);
        }

        @Override
        public void discard() {}
    }

    /** A large file. */
    record OnDisk(Path file) implements Copy {
        @Override
        public InputStream open() throws IOException {
            return Files.newInputStream(file);
        }

        @Override
        public SeekableByteChannel channel() throws IOException {
            return FileChannel.open(file);
        }

        @Override
        public void discard() throws IOException {
            Files.deleteIfExists(file);
        }
    }
}
