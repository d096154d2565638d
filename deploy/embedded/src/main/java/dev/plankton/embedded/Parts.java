package dev.plankton.embedded;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Parts that are started one after the other and closed in the opposite order. If another thread closes them in the
 * middle of a start, no further part is started.
 */
public final class Parts implements AutoCloseable {
    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private boolean closed;

    /** Starts one part. */
    @FunctionalInterface
    public interface Opener<T extends AutoCloseable> {
        T open() throws IOException;
    }

    /** Starts a part and keeps it for closing. */
    public synchronized <T extends AutoCloseable> T open(Opener<T> opener) throws IOException {
        if (closed) {
            throw new IOException("Stopped while it was starting.");
        }
        T part = opener.open();
        open.push(part);
        return part;
    }

    /** Closes all parts, the last first, even if some of them fail. */
    @Override
    public synchronized void close() throws IOException {
        closed = true;
        IOException failure = null;
        while (!open.isEmpty()) {
            try {
                open.pop().close();
            } catch (Exception e) {
                if (failure == null) {
                    failure = new IOException("Not everything could be stopped: " + e.getMessage(), e);
                } else {
                    failure.addSuppressed(e);
                }
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
