package dev.plankton.steps.preprocess;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteOrder;
import javax.imageio.IIOException;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageInputStreamImpl;

/**
 * The bytes of a WebP for its decoder. Behind the end of the data the decoder would make up pixels for as long as the
 * header promises some, and it cannot be stopped; so this ends it.
 */
final class WebpInput extends ImageInputStreamImpl {
    /** The decoder reads ahead, a few times for each of the last pixels. */
    private static final int MOST_READS_AT_END = 1000;

    private static final int LENGTH_AT = 4;
    private static final int LENGTH_FROM = 8;

    private final ImageInputStream file;
    private int readsAtEnd;

    private WebpInput(ImageInputStream file) {
        this.file = file;
    }

    /** @throws UnusableImageException if the file is shorter than its header says */
    static ImageInputStream of(ImageInputStream file, long length) throws IOException, UnusableImageException {
        file.setByteOrder(ByteOrder.LITTLE_ENDIAN);
        file.seek(LENGTH_AT);
        if (file.readUnsignedInt() + LENGTH_FROM > length) {
            throw new UnusableImageException("is incomplete");
        }
        return new WebpInput(file);
    }

    @Override
    public int read() throws IOException {
        bitOffset = 0;
        file.seek(streamPos);
        int value = file.read();
        count(value < 0 ? 0 : 1);
        return value;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        bitOffset = 0;
        file.seek(streamPos);
        int read = file.read(bytes, from, length);
        count(read);
        return read;
    }

    private void count(int read) throws IOException {
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException("stopped while decoding an image");
        }
        if (read > 0) {
            streamPos += read;
        } else if (++readsAtEnd > MOST_READS_AT_END) {
            throw new IIOException("the data end before the last pixel");
        }
    }
}
