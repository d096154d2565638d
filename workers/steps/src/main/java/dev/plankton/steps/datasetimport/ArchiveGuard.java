package dev.plankton.steps.datasetimport;

import dev.plankton.contracts.BadInputException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/**
 * Guards the reading of one archive. It counts the bytes that the archive unpacks to. It separates faults of the
 * archive, which another try cannot fix, from faults of the disk that the archive is unpacked to.
 */
final class ArchiveGuard {
    /**
     * Largest size of the headers between two entries, in bytes; long names and extended headers take a few thousand.
     */
    private static final long HEADER_BYTES = 1 << 20;

    /** Number of zero bytes that must follow the last entry of a tar: at least one block. */
    private static final int END_ZEROS = 512;

    private final String name;
    private final long archiveBytes;
    private final Limits limits;
    private long unpacked;
    private long headerBytes;
    private long zeros;

    ArchiveGuard(String name, long archiveBytes, Limits limits) {
        this.name = name;
        this.archiveBytes = archiveBytes;
        this.limits = limits;
    }

    String where() {
        return "The archive " + UploadPath.printable(name);
    }

    BadInputException refusal(String fault) {
        return new BadInputException("%s is refused: %s; upload a smaller or simpler one.".formatted(where(), fault));
    }

    BadInputException damaged(Exception cause) {
        BadInputException damaged = new BadInputException("%s is damaged (%s); create it again and upload it again."
                .formatted(where(), UploadPath.printable(String.valueOf(cause.getMessage()))));
        damaged.initCause(cause);
        return damaged;
    }

    /** Must be called before the headers of the next entry are read. */
    void betweenEntries() {
        headerBytes = 0;
        zeros = 0;
    }

    /**
     * Checks the total size that the directory of the archive states. The bytes that are really read are counted too.
     */
    void announced(long bytes) {
        check(bytes);
    }

    /** Must be called after the last entry. A tar ends in zeros; a tar that was cut off does not. */
    void checkEnd() {
        if (zeros < END_ZEROS) {
            throw damaged(new EOFException("it ends too early"));
        }
    }

    /** Something that reads from the archive. */
    interface Reading<T> {
        T read() throws IOException;
    }

    /** Reports any failure of the reader as damage of the archive. */
    <T> T reading(Reading<T> reading) {
        try {
            return reading.read();
        } catch (BadInputException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw damaged(e);
        }
    }

    /** The content of an entry. Its bytes are counted, and a failure to read it means that the archive is damaged. */
    InputStream content(InputStream in) {
        return new Watched(in, this::countContent);
    }

    /** The unpacked bytes of a whole archive, headers included. */
    InputStream headers(InputStream in) {
        return new Watched(in, this::countHeaders);
    }

    private void countContent(byte[] read, int offset, int bytes) {
        headerBytes -= bytes;
        unpacked += bytes;
        check(unpacked);
    }

    private void check(long total) {
        if (total > limits.unpackedBytes()) {
            throw refusal("it unpacks to more than %,d MB".formatted(limits.unpackedBytes() >> 20));
        }
        if (total > limits.unsuspiciousBytes() && total / limits.expansion() > archiveBytes) {
            throw refusal("it unpacks to more than %d times its size".formatted(limits.expansion()));
        }
    }

    private void countHeaders(byte[] read, int offset, int bytes) {
        headerBytes += bytes;
        if (headerBytes > HEADER_BYTES) {
            throw refusal("the headers of one of its entries are longer than %,d bytes".formatted(HEADER_BYTES));
        }
        int last = offset + bytes;
        while (last > offset && read[last - 1] == 0) {
            last--;
        }
        int trailing = offset + bytes - last;
        zeros = trailing == bytes ? zeros + bytes : trailing;
    }

    private interface Counter {
        void count(byte[] read, int offset, int bytes);
    }

    /**
     * Counts what is read, including skipped bytes. Closing it has no effect; the archive's reader closes the input.
     */
    private final class Watched extends InputStream {
        private final InputStream in;
        private final Counter counter;

        Watched(InputStream in, Counter counter) {
            this.in = in;
            this.counter = counter;
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            int bytes = reading(() -> in.read(target, offset, length));
            if (bytes > 0) {
                counter.count(target, offset, bytes);
            }
            return bytes;
        }
    }
}
