package dev.plankton.engine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.plankton.embedded.Loopback;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A store that fails for a moment. */
class StoreTroubleTest {
    private final AtomicInteger requests = new AtomicInteger();

    @Test
    void aBusyStoreIsAskedAgain() throws IOException {
        HttpServer server = server(0, 2, 503);
        try {
            assertThat(store(server.getAddress().getPort()).exists("key")).isTrue();
            assertThat(requests).hasValue(3);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void aStoreThatIsNotUpYetIsWaitedFor() throws Exception {
        int port = Loopback.port("The store", 0);
        Thread later = Thread.ofVirtual().start(() -> {
            try {
                Thread.sleep(300);
                server(port, 0, 200);
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });

        assertThat(store(port).exists("key")).isTrue();
        later.join();
    }

    @Test
    void aRefusalIsNotRepeated() throws IOException {
        HttpServer server = server(0, 9, 403);
        try {
            assertThatThrownBy(() -> store(server.getAddress().getPort()).exists("key"))
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith("The object store could not look up 'key'");
            assertThat(requests).hasValue(1);
        } finally {
            server.stop(0);
        }
    }

    /** Answers the first {@code troubles} requests with the given status, then with 200. */
    private HttpServer server(int port, int troubles, int status) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().add("ETag", "\"0\"");
            exchange.getResponseHeaders().add("Last-Modified", "Tue, 24 Nov 2026 00:00:00 GMT");
            exchange.sendResponseHeaders(requests.incrementAndGet() <= troubles ? status : 200, -1);
            exchange.close();
        });
        server.start();
        return server;
    }

    private static S3ObjectStore store(int port) {
        return new S3ObjectStore(new StoreConfig(URI.create("http://127.0.0.1:" + port), "bucket", "key", "secret"));
    }
}
