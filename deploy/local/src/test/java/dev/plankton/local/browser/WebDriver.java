package dev.plankton.local.browser;

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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A Chromium without a window and the ChromeDriver that controls it, spoken to with the WebDriver protocol. */
final class WebDriver implements AutoCloseable {
    private static final String PROGRAM = "chromedriver";
    private static final Pattern STARTED = Pattern.compile("started successfully on port (\\d+)");
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Process driver;
    private final HttpClient client = HttpClient.newHttpClient();
    private final URI session;

    /** @param folder for the browser's profile */
    WebDriver(Path folder) throws IOException, InterruptedException {
        driver = new ProcessBuilder(PROGRAM, "--port=0")
                .redirectErrorStream(true)
                .start();
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

    /** Whether ChromeDriver is installed on this machine. */
    static boolean isInstalled() {
        return Stream.of(Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, PROGRAM)));
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

    JsonNode get(String command) throws IOException, InterruptedException {
        return send("GET", session.resolve(command), Map.of());
    }

    JsonNode post(String command, Map<String, ?> body) throws IOException, InterruptedException {
        return send("POST", session.resolve(command), body);
    }

    void delete(String command) throws IOException, InterruptedException {
        send("DELETE", session.resolve(command), Map.of());
    }

    private JsonNode send(String method, URI uri, Map<String, ?> body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(uri)
                .method(
                        method,
                        method.equals("POST")
                                ? BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body))
                                : BodyPublishers.noBody())
                .header("Content-Type", "application/json; charset=utf-8")
                .timeout(PATIENCE)
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
