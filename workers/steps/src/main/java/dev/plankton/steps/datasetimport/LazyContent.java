package dev.plankton.steps.datasetimport;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Bytes that are fetched when the first of them is read. */
final class LazyContent extends InputStream {

    /** Fetches the bytes. */
    interface Source {
        InputStream open() throws IOException;
    }

    private final Source source;
    private @Nullable InputStream open;

    LazyContent(Source source) {
        this.source = source;
    }

    private InputStream opened() throws IOException {
        InputStream in = open;
        if (in == null) {
            in = source.open();
            open = in;
        }
        return in;
    }

    @Override
    public int read() throws IOException {
        return opened().read();
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        return opened().read(target, offset, length);
    }

    @Override
    public void close() throws IOException {
        InputStream in = open;
        if (in != null) {
            in.close();
        }
    }
}
