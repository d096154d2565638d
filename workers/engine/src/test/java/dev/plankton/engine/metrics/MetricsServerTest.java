package dev.plankton.engine.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MetricsServerTest {
    private final AtomicReference<String> own = new AtomicReference<>("");
    private final AtomicReference<String> passing = new AtomicReference<>("");
    private Metrics metrics;

    @BeforeEach
    void start() throws IOException {
        metrics = Metrics.open(Optional.of(new MetricsConfig("127.0.0.1", 0)));
        metrics.health().own(() -> Optional.ofNullable(own.get()).filter(text -> !text.isEmpty()));
        metrics.health().passing(() -> Optional.ofNullable(passing.get()).filter(text -> !text.isEmpty()));
    }

    @AfterEach
    void stop() {
        metrics.close();
    }

    private HttpResponse<String> send(String method, String path) throws IOException, InterruptedException {
        URI address = URI.create(metrics.address().orElseThrow() + path);
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(address)
                            .method(method, HttpRequest.BodyPublishers.noBody())
                            .build(),
                    BodyHandlers.ofString());
        }
    }

    private String answer(String path) throws IOException, InterruptedException {
        HttpResponse<String> response = send("GET", path);
        return response.statusCode() + " " + response.body();
    }

    @Test
    void whatMayPassDoesNotAskForARestart() throws Exception {
        assertThat(answer("/health")).isEqualTo("200 This process works.\n");
        passing.set("Conductor sleeps.");
        assertThat(answer("/health")).isEqualTo("503 Conductor sleeps.\n");
        assertThat(answer("/health/live")).isEqualTo("200 This process works.\n");
        assertThat(send("GET", "/metrics").body()).contains("plankton_healthy 0.0");
        own.set("A thread has ended.");
        assertThat(answer("/health")).isEqualTo("503 A thread has ended.\n");
        assertThat(answer("/health/live")).isEqualTo("503 A thread has ended.\n");
        own.set("");
        passing.set("");
        assertThat(answer("/health")).startsWith("200 ");
        assertThat(send("GET", "/metrics").body()).contains("plankton_healthy 1.0");
    }

    @Test
    void measuresOfTheProcessAreShownAsText() throws Exception {
        HttpResponse<String> response = send("GET", "/metrics");
        assertThat(response.headers().firstValue("Content-Type")).hasValue("text/plain; version=0.0.4; charset=utf-8");
        assertThat(response.body().lines().filter(line -> line.startsWith("process_resident_memory_bytes ")))
                .singleElement()
                .satisfies(line -> assertThat(Double.parseDouble(line.split(" ")[1]))
                        .isBetween((double) Runtime.getRuntime().totalMemory() / 10, 1e11));
        assertThat(response.body()).contains("jvm_memory_used_bytes{", "process_cpu_usage ");
    }

    @Test
    void thereIsNothingElse() throws Exception {
        assertThat(send("GET", "/metrics/x").statusCode()).isEqualTo(404);
        assertThat(send("GET", "/").statusCode()).isEqualTo(404);
        assertThat(send("POST", "/health").statusCode()).isEqualTo(405);
        HttpResponse<String> head = send("HEAD", "/health");
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
    }

    @Test
    void aPortThatIsTakenIsNamed() {
        int taken = metrics.address().orElseThrow().getPort();
        assertThatThrownBy(() -> Metrics.open(Optional.of(new MetricsConfig("127.0.0.1", taken))))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("Metrics cannot be shown on port %d of 127.0.0.1 (".formatted(taken))
                .hasMessageEndingWith("choose others in PLANKTON_METRICS_PORT and PLANKTON_METRICS_ADDRESS.");
        assertThatThrownBy(() -> Metrics.open(Optional.of(new MetricsConfig("no such host", 0))))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("PLANKTON_METRICS_ADDRESS");
    }

    @Test
    void withoutAPortNothingIsShown() throws IOException {
        try (Metrics hidden = Metrics.open(Optional.empty())) {
            assertThat(hidden.address()).isEmpty();
        }
    }
}
