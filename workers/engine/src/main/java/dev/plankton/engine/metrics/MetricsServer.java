package dev.plankton.engine.metrics;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * Answers at {@code /metrics} with all measures in Prometheus' text format, at {@code /health} whether the process can
 * do its work (200 or 503, and a sentence), and at {@code /health/live} whether it need not be restarted.
 */
final class MetricsServer implements AutoCloseable {
    private static final String TEXT = "text/plain; charset=utf-8";
    private static final String MEASURES = "text/plain; version=0.0.4; charset=utf-8";
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int NOT_ALLOWED = 405;
    private static final int UNAVAILABLE = 503;
    private static final int NO_BODY = -1;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Supplier<String> measures;
    private final Health health;

    private record Answer(int status, String type, String text) {}

    private MetricsServer(HttpServer server, Supplier<String> measures, Health health) {
        this.server = server;
        this.measures = measures;
        this.health = health;
    }

    static MetricsServer start(MetricsConfig config, Supplier<String> measures, Health health) throws IOException {
        HttpServer listening;
        try {
            listening = HttpServer.create(new InetSocketAddress(config.address(), config.port()), 0);
        } catch (IOException | RuntimeException e) { // an address that cannot be resolved is a RuntimeException
            throw new IOException(
                    "Metrics cannot be shown on port %d of %s (%s); choose others in %s and %s."
                            .formatted(
                                    config.port(),
                                    config.address(),
                                    e.getMessage(),
                                    MetricsConfig.PORT,
                                    MetricsConfig.ADDRESS),
                    e);
        }
        MetricsServer server = new MetricsServer(listening, measures, health);
        listening.setExecutor(server.threads);
        listening.createContext("/", server::handle);
        listening.start();
        return server;
    }

    URI address() {
        InetAddress listening = server.getAddress().getAddress();
        String host = listening.isAnyLocalAddress()
                ? InetAddress.getLoopbackAddress().getHostAddress()
                : listening.getHostAddress();
        String bracketed = host.contains(":") ? "[" + host + "]" : host;
        return URI.create(
                "http://%s:%d".formatted(bracketed, server.getAddress().getPort()));
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String method = exchange.getRequestMethod();
            boolean head = method.equals("HEAD");
            Answer answer = head || method.equals("GET")
                    ? answer(exchange.getRequestURI().getPath())
                    : new Answer(NOT_ALLOWED, TEXT, "Only GET and HEAD are answered here.\n");
            byte[] body = answer.text().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", answer.type());
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            exchange.sendResponseHeaders(answer.status(), head ? NO_BODY : body.length);
            if (!head) {
                exchange.getResponseBody().write(body);
            }
        }
    }

    private Answer answer(String path) {
        return switch (path) {
            case "/metrics" -> new Answer(OK, MEASURES, measures.get());
            case "/health" -> health(health.trouble());
            case "/health/live" -> health(health.ownTrouble());
            default -> new Answer(NOT_FOUND, TEXT, "Here are /metrics, /health and /health/live.\n");
        };
    }

    private static Answer health(Optional<String> trouble) {
        return trouble.map(sentence -> new Answer(UNAVAILABLE, TEXT, sentence + "\n"))
                .orElse(new Answer(OK, TEXT, "This process works.\n"));
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
