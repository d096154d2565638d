package dev.plankton.steps.datasetimport;

import dev.plankton.contracts.BadInputException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/**
 * Guards the reading of one archive. It checks the names of the entries, and it counts them and the bytes that they
 * unpack to. It separates faults of the archive, which another try cannot fix, from those of the store that it is read
 * from and of the disk that it is unpacked to.
 */
final class ArchiveGuard {
    /**
     * Largest size of the headers between two entries, in bytes; long names and extended headers take a few thousand.
     */
    private static final long HEADER_BYTES = 1 << 20;

    /** What decoders put in the place of bytes that are no text. */
    private static final char UNDECODED = '\uFFFD';

    private static final String ONCE = "create the archive again, so that it holds each file once";

    private final ArchiveFile archive;
    private final ArchivePass pass;
    private long headerBytes;
    private boolean ended;

    ArchiveGuard(ArchiveFile archive, ArchivePass pass) {
        this.archive = archive;
        this.pass = pass;
    }

    private String where() {
        return "The archive " + UploadPath.printable(archive.name());
    }

    private void refuseIf(Optional<String> fault) {
        if (fault.isPresent()) {
            throw refusal(fault.get());
        }
    }

    private BadInputException refusal(String fault) {
        return unfit("is refused: " + fault, "upload a smaller or simpler one");
    }

    /** @param mending what to do, in the imperative */
    BadInputException unfit(String fault, String mending) {
        return new BadInputException("%s %s; %s.".formatted(where(), fault, mending));
    }

    /** An entry that cannot be used. */
    BadInputException unfit(String entry, String fault, String mending) {
        return unfit("holds the entry '%s', %s".formatted(UploadPath.printable(entry), fault), mending);
    }

    /** An entry that is no plain file. */
    BadInputException noPlainFile(String entry) {
        return UploadPath.refusal(where(), entry, "which is a link or a device");
    }

    /** An entry whose name has other bytes than UTF-8. */
    BadInputException unreadable(String entry) {
        return unfit(entry, "whose name is not in UTF-8", "create the archive again with names in UTF-8");
    }

    private BadInputException damaged(Exception cause) {
        BadInputException damaged = new BadInputException("%s is damaged (%s); create it again and upload it again."
                .formatted(where(), UploadPath.printable(String.valueOf(cause.getMessage()))));
        damaged.initCause(cause);
        return damaged;
    }

    /** Must be called once for each file and folder, before it is held in memory. */
    void countEntry() {
        refuseIf(pass.entry());
    }

    /** Where a file or a folder of the archive is in the upload. @throws BadInputException if its path is unusable */
    UploadPath path(String name) {
        if (name.indexOf(UNDECODED) >= 0) {
            throw unreadable(name);
        }
        return UploadPath.of(where(), name).under(archive.folder());
    }

    /** Must be called once for each file. @throws BadInputException if a file of this path is already there */
    void countFile(UploadPath path, String name) {
        if (!path.isClutter()) {
            List<String> written = UploadPath.written(name);
            pass.names().add(path, written).ifPresent(fault -> {
                throw unfit(fault, ONCE);
            });
        }
    }

    /** Counts bytes that the directory of the archive announces; their content need not be counted. */
    void announced(long bytes) {
        refuseIf(pass.bytes(bytes));
    }

    /** Must be called before the headers of the next entry are read. */
    void betweenEntries() {
        headerBytes = 0;
    }

    /** Must be called when the block of zeros is read that ends a tar. Only zeros may follow. */
    void end() {
        ended = true;
    }

    /** Must be called after the last entry. A tar that was cut off has no end. */
    void checkEnd() {
        if (!ended) {
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
        } catch (BadInputException | StoreFailure e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw damaged(e);
        }
    }

    /** The content of an entry whose size was announced. A failure to read it means that the archive is damaged. */
    InputStream content(InputStream in) {
        return new Watched(in, (read, offset, bytes) -> {});
    }

    /** The content of an entry of a tar. Its bytes are counted. */
    InputStream countedContent(InputStream in) {
        return new Watched(in, this::countContent);
    }

    /** The unpacked bytes of a whole tar, headers included. */
    InputStream headers(InputStream in) {
        return new Watched(in, this::countHeaders);
    }

    private void countContent(byte[] read, int offset, int bytes) {
        headerBytes -= bytes;
        refuseIf(pass.bytes(bytes));
    }

    private void countHeaders(byte[] read, int offset, int bytes) {
        if (ended) {
            countAfterEnd(read, offset, bytes);
            return;
        }
        headerBytes += bytes;
        if (headerBytes > HEADER_BYTES) {
            throw refusal("the headers of one of its entries are longer than %,d bytes".formatted(HEADER_BYTES));
        }
    }

    private void countAfterEnd(byte[] read, int offset, int bytes) {
        refuseIf(pass.bytes(bytes));
        for (int i = offset; i < offset + bytes; i++) {
            if (read[i] != 0) {
                throw unfit("holds more after its end", "create one tar of all files, not a row of tars in one file");
            }
        }
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
