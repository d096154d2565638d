package dev.plankton.steps.datasetimport;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;

/** The content of an entry of a ZIP. At its end, the size and the checksum must be those of the directory. */
final class VerifiedContent extends FilterInputStream {
    private final long size;
    private final long checksum;
    private final CRC32 read = new CRC32();
    private long bytes;

    VerifiedContent(InputStream in, long size, long checksum) {
        super(in);
        this.size = size;
        this.checksum = checksum;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int count = in.read(target, offset, length);
        if (count > 0) {
            bytes += count;
            read.update(target, offset, count);
        }
        if (bytes > size || (count < 0 && bytes < size)) {
            throw new IOException("an entry is not as long as the directory says");
        }
        if (count < 0 && read.getValue() != checksum) {
            throw new IOException("the checksum of an entry is wrong");
        }
        return count;
    }

    @Override
    public long skip(long count) throws IOException {
        return readNBytes((int) Math.min(count, 1 << 16)).length;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
