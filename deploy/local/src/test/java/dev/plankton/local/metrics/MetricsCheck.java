package dev.plankton.local.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

/** Holds the dashboard and the alerts to what a running system shows. */
public final class MetricsCheck {
    private static final Set<String> OF_PROMETHEUS = Set.of("up");
    private static final List<List<String>> FILES = List.of(
            List.of("check", "config", "prometheus.yml"),
            List.of("check", "rules", "alerts.yml"),
            List.of("test", "rules", "alerts-test.yml"));

    private MetricsCheck() {}

    /** Every measure that the dashboard and the alerts name must be shown by a worker or by the gateway. */
    public static void names(Iterable<URI> addresses) throws IOException {
        Set<String> shown = new TreeSet<>(OF_PROMETHEUS);
        for (URI address : addresses) {
            try (InputStream in = URI.create(address + "/metrics").toURL().openStream()) {
                new String(in.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> !line.startsWith("#"))
                        .forEach(line -> shown.add(line.split("[{ ]", 2)[0]));
            }
        }
        List<Map.Entry<String, String>> queries =
                new ArrayList<>(MetricsFiles.dashboard().entrySet());
        queries.addAll(MetricsFiles.alerts().entrySet());
        assertThat(queries).hasSizeGreaterThan(25);
        for (Map.Entry<String, String> query : queries) {
            assertThat(MetricsFiles.names(query.getValue())).as(query.getKey()).isNotEmpty();
            assertThat(shown).as(query.getKey()).containsAll(MetricsFiles.names(query.getValue()));
        }
    }

    /**
     * The files must be correct, every query of the dashboard must have found something, and the alert about missing
     * workers must be on its way for a domain. Where there is no Prometheus the test is skipped.
     *
     * @param lonely a domain for which a task waits, and no worker
     */
    public static void data(Optional<Prometheus> running, String lonely) throws IOException, InterruptedException {
        if (running.isEmpty()) {
            abort("No dashboard was tried: there is no prometheus on the PATH.");
        }
        Prometheus prometheus = running.orElseThrow();
        for (List<String> arguments : FILES) {
            checkFile(arguments);
        }
        for (JsonNode target : prometheus.ask("targets").path("activeTargets")) {
            assertThat(target.path("lastError").asText()).isEmpty();
        }
        List<String> empty = new ArrayList<>();
        for (Map.Entry<String, String> query : MetricsFiles.dashboard().entrySet()) {
            if (prometheus
                    .values(query.getValue().replace("$__rate_interval", "5s"))
                    .isEmpty()) {
                empty.add(query.getKey());
            }
        }
        assertThat(empty).as("panels without data").isEmpty();
        for (JsonNode group : prometheus.ask("rules").path("groups")) {
            for (JsonNode rule : group.path("rules")) {
                assertThat(rule.path("health").asText())
                        .as(rule.path("lastError").asText())
                        .isEqualTo("ok");
            }
        }
        List<String> domains = new ArrayList<>();
        for (JsonNode alert : prometheus.ask("alerts").path("alerts")) {
            if (alert.path("labels").path("alertname").asText().equals("NoWorkerTakesTheTasks")) {
                domains.add(alert.path("labels").path("domain").asText());
            }
        }
        assertThat(domains).containsExactly(lonely);
    }

    private static void checkFile(List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("promtool"));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command)
                .directory(MetricsFiles.FOLDER.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
    }
}
