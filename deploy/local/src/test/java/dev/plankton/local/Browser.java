package dev.plankton.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Chromium without a window, controlled through ChromeDriver with the WebDriver protocol. */
final class Browser implements AutoCloseable {
    private static final String DRIVER = "chromedriver";
    private static final Pattern STARTED = Pattern.compile("started successfully on port (\\d+)");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Process driver;
    private final HttpClient client = HttpClient.newHttpClient();
    private final URI session;

    /** @param folder for the browser's profile */
    Browser(Path folder) throws IOException, InterruptedException {
        driver =
                new ProcessBuilder(DRIVER, "--port=0").redirectErrorStream(true).start();
        URI server = URI.create("http://127.0.0.1:%s/".formatted(port()));
        List<String> flags = List.of(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--user-data-dir=" + folder);
        JsonNode opened = send(
                "POST",
                server.resolve("session"),
                Map.of(
                        "capabilities",
                        Map.of(
                                "alwaysMatch",
                                Map.of(
                                        "goog:chromeOptions",
                                        Map.of("args", flags),
                                        "goog:loggingPrefs",
                                        Map.of("browser", "ALL", "performance", "ALL")))));
        session = server.resolve("session/" + opened.path("sessionId").asText() + "/");
    }

    /** Without a browser the test is skipped, unless PLANKTON_BROWSER is "required". */
    static void require() {
        if (!isInstalled()) {
            assertThat(System.getenv("PLANKTON_BROWSER"))
                    .as("PLANKTON_BROWSER, while there is no chromedriver on the PATH")
                    .isNotEqualTo("required");
            abort("Nothing was opened in a browser: there is no chromedriver on the PATH.");
        }
    }

    /** Whether ChromeDriver is installed on this machine. */
    private static boolean isInstalled() {
        return Stream.of(Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, DRIVER)));
    }

    private String port() throws IOException {
        BufferedReader lines = driver.inputReader();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            Matcher matcher = STARTED.matcher(line);
            if (matcher.find()) {
                return matcher.group(1);
            }
        }
        throw new IOException("ChromeDriver ended before it listened");
    }

    void open(URI page) throws IOException, InterruptedException {
        post("url", Map.of("url", page.toString()));
    }

    /** Sets the width and height of the page's window in CSS pixels. */
    void resize(int width, int height) throws IOException, InterruptedException {
        Map<String, Object> size = Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false);
        post("goog/cdp/execute", Map.of("cmd", "Emulation.setDeviceMetricsOverride", "params", size));
    }

    /** Runs the body of a function on the page. @return what it returns */
    JsonNode run(String script) throws IOException, InterruptedException {
        return post("execute/sync", Map.of("script", script, "args", List.of()));
    }

    /** Waits until a script returns true; fails the test after half a minute. */
    void await(String what, String script) throws IOException, InterruptedException {
        long start = System.nanoTime();
        while (!run(script).asBoolean()) {
            if (System.nanoTime() - start > PATIENCE.toNanos()) {
                throw new AssertionError("not in %d seconds: %s".formatted(PATIENCE.toSeconds(), what));
            }
            Thread.sleep(50);
        }
    }

    /** Types into the first element that a CSS selector finds, as with a keyboard. */
    void type(String selector, String keys) throws IOException, InterruptedException {
        JsonNode found = post("element", Map.of("using", "css selector", "value", selector));
        String element = found.elements().next().asText();
        post("element/%s/value".formatted(element), Map.of("text", keys));
    }

    /** What was written to a log since the last call. @param type browser or performance */
    List<JsonNode> log(String type) throws IOException, InterruptedException {
        List<JsonNode> entries = new ArrayList<>();
        post("se/log", Map.of("type", type)).forEach(entries::add);
        return entries;
    }

    /** The events of the network since the last call, as in Chromium's DevTools protocol: method and params. */
    List<JsonNode> events() throws IOException, InterruptedException {
        List<JsonNode> events = new ArrayList<>();
        for (JsonNode entry : log("performance")) {
            events.add(JSON.readTree(entry.path("message").asText()).path("message"));
        }
        return events;
    }

    private JsonNode post(String command, Map<String, ?> body) throws IOException, InterruptedException {
        return send("POST", session.resolve(command), body);
    }

    private JsonNode send(String method, URI uri, Map<String, ?> body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(uri)
                .method(method, BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))
                .header("Content-Type", "application/json; charset=utf-8")
                .timeout(PATIENCE.multipliedBy(2))
                .build();
        HttpResponse<byte[]> response = client.send(request, BodyHandlers.ofByteArray());
        JsonNode value = JSON.readTree(response.body()).path("value");
        if (response.statusCode() != 200) {
            throw new IOException(
                    "%s: %s".formatted(uri.getPath(), value.path("message").asText()));
        }
        return value;
    }

    @Override
    public void close() throws IOException, InterruptedException {
        try {
            send("DELETE", URI.create(session.toString().replaceFirst("/$", "")), Map.of());
        } finally {
            driver.destroy();
            client.close();
        }
    }
}
