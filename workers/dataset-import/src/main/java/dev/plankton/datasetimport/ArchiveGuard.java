package dev.plankton.datasetimport;

import dev.plankton.runtime.step.BadInputException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/**
 * Watches over the reading of one archive: counts what it unpacks to, and tells trouble with the archive, which trying
 * again cannot mend, from trouble with the disk that it is unpacked to.
 */
final class ArchiveGuard {
    /** Longest run of headers between two entries, in bytes; long names and extended headers take a few thousand. */
    private static final long HEADER_BYTES = 1 << 20;

    /** Zero bytes after the last entry of a tar: at least one block. */
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
        return new BadInputException("%s is refused: %s; upload a smaller or sounder one.".formatted(where(), fault));
    }

    BadInputException damaged(Exception cause) {
        BadInputException damaged = new BadInputException("%s is damaged (%s); make it again and upload it again."
                .formatted(where(), UploadPath.printable(String.valueOf(cause.getMessage()))));
        damaged.initCause(cause);
        return damaged;
    }

    /** To be called before the next entry's headers are read. */
    void betweenEntries() {
        headerBytes = 0;
        zeros = 0;
    }

    /** Checks a total that the archive's directory announces; what really comes is counted all the same. */
    void announced(long bytes) {
        check(bytes);
    }

    /** To be called when there are no more entries: a tar ends in zeros, and one that was cut off does not. */
    void checkEnd() {
        if (zeros < END_ZEROS) {
            throw damaged(new EOFException("it ends too early"));
        }
    }

    /** Something that reads from the archive. */
    interface Reading<T> {
        T read() throws IOException;
    }

    /** Turns any failure of the archive's reader into the sentence that the archive is damaged. */
    <T> T reading(Reading<T> reading) {
        try {
            return reading.read();
        } catch (BadInputException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw damaged(e);
        }
    }

    /** The content of an entry: its bytes are counted, its failures are the archive's. */
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

    /** Reads on; skipping is reading too, and closing is left to the archive's reader. */
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
