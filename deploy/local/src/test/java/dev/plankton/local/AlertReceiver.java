package dev.plankton.local;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.plankton.contracts.json.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Receives alerts about failed runs, as a chat or a pager would. It answers the first request with an error. */
final class AlertReceiver implements AutoCloseable {
    /** Anyone who knows it may write to the chat. */
    static final String SECRET = "s3cr3t-of-the-chat";

    private final List<Map<?, ?>> taken = new CopyOnWriteArrayList<>();
    private final AtomicInteger asked = new AtomicInteger();
    private final HttpServer server;

    AlertReceiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/hooks/" + SECRET, this::take);
        server.start();
    }

    private void take(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        boolean outOfOrder = asked.getAndIncrement() == 0;
        if (!outOfOrder) {
            taken.add(Json.read(body, Map.class));
        }
        exchange.sendResponseHeaders(outOfOrder ? 503 : 204, -1);
        exchange.close();
    }

    String address() {
        return "http://127.0.0.1:%d/hooks/%s".formatted(server.getAddress().getPort(), SECRET);
    }

    /** The alerts about a run. */
    List<Map<?, ?>> taken(String run) {
        return taken.stream().filter(message -> run.equals(message.get("run"))).toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
