package dev.plankton.gateway;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Short answers. */
final class Answers {
    private Answers() {}

    /** A page of our own, which no browser keeps. */
    static boolean page(int status, String html, Response response, Callback callback) {
        response.getHeaders()
                .put(
                        "Content-Security-Policy",
                        "default-src 'none'; img-src data:; style-src 'unsafe-inline'; form-action 'self'");
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        return send(status, "text/html; charset=utf-8", html, response, callback);
    }

    static boolean script(String text, Response response, Callback callback) {
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        return send(200, "text/javascript; charset=utf-8", text, response, callback);
    }

    static boolean text(int status, String sentence, Response response, Callback callback) {
        return send(status, "text/plain; charset=utf-8", sentence + "\n", response, callback);
    }

    private static boolean send(int status, String type, String text, Response response, Callback callback) {
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, type);
        response.write(true, ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), callback);
        return true;
    }

    static boolean notFound(Response response, Callback callback) {
        return text(404, "Nothing is here.", response, callback);
    }

    /** @param path on this server */
    static boolean redirect(String path, Response response, Callback callback) {
        response.setStatus(302);
        response.getHeaders().put(HttpHeader.LOCATION, path);
        Content.Sink.write(response, true, "", callback);
        return true;
    }
}
