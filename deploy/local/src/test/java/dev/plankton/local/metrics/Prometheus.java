package dev.plankton.local.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plankton.embedded.Loopback;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A Prometheus with the settings of deploy/metrics, which asks a running system every second. */
public final class Prometheus implements AutoCloseable {
    private static final String PROGRAM = "prometheus";
    private static final Pattern CONTAINERS =
            Pattern.compile("job_name: (\\w+)\n    dns_sd_configs:\n +- names: .*\n +type: A\n +port: 8126\n");

    private final Process process;
    private final URI address;
    private final Instant start = Instant.now();
    private final HttpClient client = HttpClient.newHttpClient();

    private Prometheus(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    /**
     * Starts one; empty where Prometheus is not installed, unless PLANKTON_PROMETHEUS is "required".
     *
     * @param folder for its data
     * @param targets where each job of the settings shows its measures
     */
    public static Optional<Prometheus> start(Path folder, Map<String, URI> targets) throws IOException {
        if (!isInstalled()) {
            assertThat(System.getenv("PLANKTON_PROMETHEUS"))
                    .as("PLANKTON_PROMETHEUS, while there is no prometheus on the PATH")
                    .isNotEqualTo("required");
            return Optional.empty();
        }
        Files.createDirectories(folder);
        Files.copy(MetricsFiles.FOLDER.resolve("alerts.yml"), folder.resolve("alerts.yml"));
        Path settings = Files.writeString(folder.resolve("prometheus.yml"), settings(targets));
        int port = Loopback.port("Prometheus", 0);
        Process process = new ProcessBuilder(
                        PROGRAM,
                        "--config.file=" + settings,
                        "--storage.tsdb.path=" + folder.resolve("data"),
                        "--web.listen-address=%s:%d".formatted(Loopback.ADDRESS, port),
                        "--log.level=warn")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        return Optional.of(new Prometheus(process, URI.create("http://%s:%d".formatted(Loopback.ADDRESS, port))));
    }

    private static boolean isInstalled() {
        return Stream.of(Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, PROGRAM)));
    }

    /** Those of the containers, with other addresses and shorter times. */
    private static String settings(Map<String, URI> targets) throws IOException {
        List<String> jobs = new ArrayList<>();
        String text = CONTAINERS
                .matcher(Files.readString(MetricsFiles.FOLDER.resolve("prometheus.yml")))
                .replaceAll(job -> {
                    jobs.add(job.group(1));
                    URI target = Optional.ofNullable(targets.get(job.group(1))).orElseThrow();
                    return Matcher.quoteReplacement("job_name: %s\n    static_configs:\n      - targets: [\"%s\"]\n"
                            .formatted(job.group(1), target.getAuthority()));
                });
        assertThat(jobs).containsExactlyInAnyOrderElementsOf(targets.keySet());
        return text.replaceAll("_interval: 15s", "_interval: 1s");
    }

    /** What a query found at any time since the start: the values of all series that are numbers. */
    List<Double> values(String query) throws IOException, InterruptedException {
        JsonNode found = ask("query_range?step=1&start=%d&end=%d&query=%s"
                .formatted(
                        start.getEpochSecond(),
                        Instant.now().getEpochSecond(),
                        URLEncoder.encode(query, StandardCharsets.UTF_8)));
        List<Double> values = new ArrayList<>();
        for (JsonNode series : found.path("result")) {
            for (JsonNode value : series.path("values")) {
                values.add(value.path(1).asDouble(Double.NaN));
            }
        }
        values.removeIf(value -> value.isNaN());
        return values;
    }

    /** @param question a path of Prometheus' API, such as {@code alerts} */
    JsonNode ask(String question) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = client.send(
                HttpRequest.newBuilder(address.resolve("/api/v1/" + question)).build(), BodyHandlers.ofByteArray());
        JsonNode answer = new ObjectMapper().readTree(response.body());
        assertThat(answer.path("status").asText())
                .as(question + ": " + answer.path("error").asText())
                .isEqualTo("success");
        return answer.path("data");
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
        client.close();
    }
}
