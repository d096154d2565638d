package dev.plankton.weights;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * The bytes of a tar, with a limit for the headers before each entry. The reader of a tar calls itself for each header
 * that announces another one, so a chain of them could be too long for it.
 */
final class HeaderLimit extends FilterInputStream {
    private static final int MOST_BYTES = 256 << 10;

    private int left = MOST_BYTES;
    private boolean lifted;

    HeaderLimit(InputStream tar) {
        super(tar);
    }

    /** From here on an entry's content is read. */
    void lift() {
        lifted = true;
    }

    /** From here on headers are read. */
    void set() {
        lifted = false;
        left = MOST_BYTES;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        count(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = super.read(target, offset, length);
        count(Math.max(0, read));
        return read;
    }

    @Override
    public long skip(long bytes) throws IOException {
        long skipped = super.skip(bytes);
        count(skipped);
        return skipped;
    }

    private void count(long bytes) {
        left -= lifted ? 0 : (int) Math.min(bytes, MOST_BYTES);
        if (left < 0) {
            throw new UnusableWeightsException(
                    "the headers of one of its entries have more than %,d bytes".formatted(MOST_BYTES));
        }
    }
}
