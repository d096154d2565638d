package dev.plankton.engine.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plankton.contracts.BadInputException;
import dev.plankton.embedded.Loopback;
import dev.plankton.engine.metrics.Metrics;
import dev.plankton.engine.metrics.MetricsConfig;
import dev.plankton.engine.step.RoundMeasures;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What a worker on the real services shows of itself. */
@ExtendWith(Stack.Shared.class)
class ServiceMetricsTest {
    @TempDir
    Path state;

    private Stack stack;
    private Conductors conductor;
    private Metrics metrics;
    private String name;

    @BeforeEach
    void open(Stack shared) throws IOException {
        stack = shared;
        conductor = shared.conductor();
        metrics = Metrics.open(Optional.of(new MetricsConfig("127.0.0.1", 0)));
        name = "test_" + UUID.randomUUID().toString().substring(0, 8);
    }

    @AfterEach
    void close() {
        metrics.close();
    }

    private WorkerService start(URI address, TextStep step) throws IOException {
        ServiceConfig usual = stack.config(state, 2, Optional.empty());
        return WorkerService.start(
                new ServiceConfig(address, usual.store(), usual.database(), state, 2, Optional.empty()),
                List.of(step),
                metrics);
    }

    private String run(Map<String, String> input) throws Exception {
        conductor.registerTask(name, 1, 3_600);
        conductor.registerChain(name, List.of(name));
        return conductor.start(name, input);
    }

    private String answer(String path) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> response = client.send(
                    HttpRequest.newBuilder(URI.create(metrics.address().orElseThrow() + path))
                            .build(),
                    BodyHandlers.ofString());
            return response.statusCode() + " " + response.body();
        }
    }

    /** Waits until there is such a line among the measures. */
    private void awaitMeasure(String start) throws Exception {
        for (int i = 0; i < 200 && answer("/metrics").lines().noneMatch(line -> line.startsWith(start)); i++) {
            Thread.sleep(50);
        }
        assertThat(answer("/metrics").lines().filter(line -> line.startsWith(start.replaceFirst("[{ ].*", ""))))
                .anyMatch(line -> line.startsWith(start));
    }

    private static double value(String measures, String start) {
        return measures.lines()
                .filter(line -> line.startsWith(start))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    @Test
    void stepsAndTheirCallsAreMeasured() throws Exception {
        CountDownLatch seen = new CountDownLatch(1);
        TextStep step = new TextStep(name, (input, context) -> {
            if (input.text().equals("bad")) {
                throw new BadInputException("This is bad.");
            }
            context.measures().images(7);
            try (RoundMeasures round = context.measures().round(2, 10)) {
                round.safeUpTo(Instant.now());
                round.step(5, 0.25);
                seen.await();
            }
            TextStep.Output output = TextStep.publish("measured", context);
            context.artifacts().fetch(output.artifact());
            return output;
        });
        try (WorkerService service = start(stack.services().conductorUrl(), step)) {
            String id = run(Map.of("text", "copepod"));
            String type = "{task_type=\"%s\"}".formatted(name);
            awaitMeasure("plankton_steps_running%s 1.0".formatted(type));
            awaitMeasure("plankton_training_loss 0.25");
            String during = answer("/metrics");
            assertThat(during).contains("plankton_training_round 2.0", "plankton_training_progress_ratio 0.5");
            assertThat(value(during, "plankton_training_snapshot_age_seconds ")).isBetween(0.0, 30.0);
            seen.countDown();
            assertThat(conductor.await(id)).isEqualTo("COMPLETED");
            assertThat(conductor.await(run(Map.of("text", "copepod")))).isEqualTo("COMPLETED");
            assertThat(conductor.await(run(Map.of("text", "bad")))).isEqualTo("FAILED");

            String measures = answer("/metrics");
            for (String outcome : List.of("completed", "reused", "rejected")) {
                assertThat(value(
                                measures,
                                "plankton_steps_seconds_count{outcome=\"%s\",task_type=\"%s\"}"
                                        .formatted(outcome, name)))
                        .as(outcome)
                        .isEqualTo(1);
            }
            assertThat(measures)
                    .contains(
                            "plankton_steps_running%s 0.0".formatted(type),
                            "plankton_steps_seconds_count{outcome=\"failed\",task_type=\"%s\"} 0".formatted(name),
                            "plankton_queue_wait_seconds_count%s 3".formatted(type),
                            "plankton_images_total%s 7.0".formatted(type),
                            "plankton_training_steps_total 1.0",
                            "plankton_training_loss NaN",
                            "plankton_artifact_cache_bytes 0.0",
                            "plankton_artifact_deleted_bytes_total 0.0",
                            "plankton_polls_total{found=\"task\",task_type=\"%s\"} 3.0".formatted(name),
                            "plankton_polls_total{found=\"failure\",task_type=\"%s\"} 0.0".formatted(name),
                            "plankton_pollers{domain=\"NO_DOMAIN\",task_type=\"%s\"} 1.0".formatted(name),
                            "plankton_artifact_fetches_total{result=\"hit\"} 1.0",
                            "plankton_artifact_fetched_bytes_total{result=\"hit\"} 8.0",
                            "plankton_database_connections{owner=\"worker\",state=\"allowed\"} 4.0");
            assertThat(value(measures, "plankton_store_calls_seconds_count{operation=\"write\",result=\"done\"}"))
                    .isGreaterThanOrEqualTo(2);
            assertThat(value(measures, "plankton_store_calls_seconds_count{operation=\"read\",result=\"missing\"}"))
                    .isGreaterThanOrEqualTo(1);
            assertThat(value(measures, "plankton_database_calls_seconds_count{operation=\"write\",result=\"done\"}"))
                    .isGreaterThanOrEqualTo(6);
        }
    }

    @Test
    void aWorkerIsHealthyFromTheFirstAnswerOfConductorUntilItIsStopped() throws Exception {
        TextStep step = TextStep.publishing(name);
        try (WorkerService service = start(stack.services().conductorUrl(), step)) {
            awaitMeasure("plankton_healthy 1.0");
            assertThat(answer("/health")).isEqualTo("200 This process works.\n");
        }
        assertThat(answer("/health")).isEqualTo("503 The worker is being stopped.\n");
        assertThat(answer("/health/live")).startsWith("200 ");
    }

    @Test
    void aWorkerWithoutConductorSaysSoAndNeedsNoRestart() throws Exception {
        URI nowhere = URI.create("http://127.0.0.1:%d/api/".formatted(Loopback.port("Nobody", 0)));
        try (WorkerService service = start(nowhere, TextStep.publishing(name))) {
            String failures = "plankton_polls_total{found=\"failure\",task_type=\"%s\"}".formatted(name);
            for (int i = 0; i < 200 && value(answer("/metrics"), failures) == 0; i++) {
                Thread.sleep(50);
            }
            assertThat(value(answer("/metrics"), failures)).isPositive();
            assertThat(answer("/health")).startsWith("503 Conductor has not answered yet;");
            assertThat(answer("/health/live")).startsWith("200 ");
        }
    }

    @Test
    void aWorkerWhoseThreadEndedMustBeRestarted() throws Exception {
        try (WorkerService service = start(stack.services().conductorUrl(), TextStep.publishing(name))) {
            awaitMeasure("plankton_healthy 1.0");
            Thread poller = Thread.getAllStackTraces().keySet().stream()
                    .filter(thread -> thread.getName().equals("poll-" + name))
                    .findFirst()
                    .orElseThrow();
            while (poller.isAlive()) { // an interruption in the middle of a poll is not heeded
                poller.interrupt();
                poller.join(20);
            }

            String sentence = "503 The thread poll-%s has ended; restart this process.\n".formatted(name);
            assertThat(answer("/health")).isEqualTo(sentence);
            assertThat(answer("/health/live")).isEqualTo(sentence);
            assertThat(answer("/metrics"))
                    .contains("plankton_pollers{domain=\"NO_DOMAIN\",task_type=\"%s\"} 0.0".formatted(name));
        }
    }
}
