package dev.plankton.weights;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** A registry with one package, for as long as it is open. */
final class NpmServer implements AutoCloseable {
    private final HttpServer server;

    NpmServer(String name, String version, byte[] tarball) throws IOException {
        this(name, version, tarball, "/tarball", "sha1-old sha512-" + sha512(tarball));
    }

    /** @param location address of the tarball, as the registry states it */
    NpmServer(String name, String version, byte[] tarball, String location, String integrity) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        String absolute = location.startsWith("/") ? address().resolve(location).toString() : location;
        String description = "{\"dist\":{\"tarball\":\"%s\",\"integrity\":\"%s\"}}".formatted(absolute, integrity);
        server.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getRawPath();
            if (path.equals("/" + name.replace("/", "%2f") + "/" + version)) {
                answer(exchange, 200, description.getBytes(StandardCharsets.UTF_8));
            } else if (path.equals("/tarball")) {
                answer(exchange, 200, tarball);
            } else {
                answer(exchange, path.contains("broken") ? 500 : 404, new byte[0]);
            }
        });
        server.start();
    }

    URI address() {
        return URI.create("http://%s:%d"
                .formatted(
                        server.getAddress().getHostString(), server.getAddress().getPort()));
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            if (body.length > 0) {
                exchange.getResponseBody().write(body);
            }
        }
    }

    static String sha512(byte[] content) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-512").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
