package dev.plankton.gateway;

import dev.plankton.engine.store.MediaTypes;
import dev.plankton.engine.store.ObjectStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import org.eclipse.jetty.http.ByteRange;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** A file of the store on its way to a browser: a piece at a time, or the range that a film's player asks for. */
record StoredFile(ObjectStore store, String key, long length) {
    private static final int PIECE_BYTES = 64 << 10;

    void send(Request request, Response response, Callback callback) throws IOException {
        if (!HttpMethod.GET.is(request.getMethod()) && !HttpMethod.HEAD.is(request.getMethod())) {
            response.getHeaders().put(HttpHeader.ALLOW, "GET, HEAD");
            Answers.text(405, "Reports can only be read.", response, callback);
            return;
        }
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, MediaTypes.of(key));
        response.getHeaders().put(HttpHeader.ACCEPT_RANGES, "bytes");
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "private, no-cache");
        List<String> asked = request.getHeaders().getValuesList(HttpHeader.RANGE);
        if (asked.isEmpty()) {
            send(0, length, request, response, callback);
            return;
        }
        List<ByteRange> ranges = ByteRange.parse(asked, length);
        if (ranges.isEmpty()) {
            response.getHeaders().put(HttpHeader.CONTENT_RANGE, ByteRange.toNonSatisfiableHeaderValue(length));
            Answers.text(416, "The file has %d bytes.".formatted(length), response, callback);
        } else if (ranges.size() > 1) { // may be answered with the whole file
            send(0, length, request, response, callback);
        } else {
            ByteRange range = ranges.getFirst();
            response.setStatus(206);
            response.getHeaders().put(HttpHeader.CONTENT_RANGE, range.toHeaderValue(length));
            send(range.first(), range.getLength(), request, response, callback);
        }
    }

    private void send(long offset, long bytes, Request request, Response response, Callback callback)
            throws IOException {
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, bytes);
        if (HttpMethod.HEAD.is(request.getMethod()) || bytes == 0) {
            callback.succeeded();
            return;
        }
        try (InputStream in = store.open(key, offset, bytes);
                OutputStream out = Content.Sink.asOutputStream(response)) {
            byte[] piece = new byte[PIECE_BYTES];
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                out.write(piece, 0, read);
            }
        }
        callback.succeeded();
    }
}
