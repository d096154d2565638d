package dev.plankton.gateway;

import dev.plankton.contracts.json.Json;
import dev.plankton.contracts.tasks.TaskType;
import dev.plankton.engine.metrics.PollMeters;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks Conductor from time to time how many tasks of each type wait for a worker, and shows it as a measure. */
final class QueueSizes implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(QueueSizes.class);
    private static final Duration PERIOD = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final URI address;
    private final MultiGauge waiting;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("queue-sizes").factory());
    private volatile boolean answered;

    private QueueSizes(URI address, MultiGauge waiting) {
        this.address = address;
        this.waiting = waiting;
    }

    /** @param conductor its API, ending in {@code /api/} */
    static QueueSizes watch(URI conductor, MeterRegistry registry) {
        MultiGauge waiting = MultiGauge.builder("plankton.queue.waiting.tasks")
                .description("Tasks that wait for a worker")
                .register(registry);
        QueueSizes sizes = new QueueSizes(conductor.resolve("tasks/queue/all"), waiting);
        Gauge.builder("plankton.conductor.answers", () -> sizes.answered ? 1 : 0)
                .description("1 if Conductor answered the gateway's last question, otherwise 0")
                .register(registry);
        sizes.scheduler.scheduleWithFixedDelay(sizes::look, 0, PERIOD.toMillis(), TimeUnit.MILLISECONDS);
        return sizes;
    }

    private void look() {
        try {
            waiting.register(rows(ask()), true);
            answered = true;
        } catch (IOException | RuntimeException e) { // otherwise the schedule would end
            LOGGER.debug("Conductor does not say how many tasks wait: {}", e.toString());
            waiting.register(List.of(), true);
            answered = false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Map<String, Object> ask() throws IOException, InterruptedException {
        HttpResponse<String> response =
                client.send(HttpRequest.newBuilder(address).timeout(PATIENCE).build(), BodyHandlers.ofString());
        return Json.readMap(response.body());
    }

    private static List<Row<?>> rows(Map<String, Object> sizes) {
        return sizes.entrySet().stream()
                .<Row<?>>mapMulti((queue, rows) -> {
                    String name = queue.getKey();
                    int colon = name.indexOf(':');
                    String taskType = name.substring(colon + 1);
                    if (taskType.startsWith(TaskType.PREFIX) && queue.getValue() instanceof Number size) {
                        String domain = colon < 0 ? PollMeters.NO_DOMAIN : name.substring(0, colon);
                        rows.accept(Row.of(Tags.of("task_type", taskType, "domain", domain), size));
                    }
                })
                .toList();
    }

    @Override
    public void close() {
        scheduler.shutdownNow();
        client.shutdownNow();
    }
}
