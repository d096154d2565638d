package dev.plankton.workflows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/**
 * The part of Conductor's HTTP interface that keeps definitions. Conductor's own client drops fields that its classes
 * do not have ({@code items} of a loop, for example), so JSON is sent as it is.
 */
final class ConductorApi {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;

    private final ObjectMapper mapper = new ObjectMapper();
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final URI root;

    /** @param root ends in {@code /api/} */
    ConductorApi(URI root) {
        this.root = root;
    }

    /** What is at the path, if anything. */
    Optional<JsonNode> get(String path) throws IOException, InterruptedException {
        HttpResponse<String> response = send("GET", path, BodyPublishers.noBody());
        if (response.statusCode() == NOT_FOUND) {
            return Optional.empty();
        }
        return Optional.of(mapper.readTree(successful("GET", path, response).body()));
    }

    /** Creates what is at the path. @return false if another process has just created it */
    boolean post(String path, JsonNode body) throws IOException, InterruptedException {
        HttpResponse<String> response = send("POST", path, BodyPublishers.ofString(mapper.writeValueAsString(body)));
        if (response.statusCode() == CONFLICT) {
            return false;
        }
        successful("POST", path, response);
        return true;
    }

    /** Replaces what is at the path. */
    void put(String path, JsonNode body) throws IOException, InterruptedException {
        call("PUT", path, mapper.writeValueAsString(body));
    }

    /** Any other call. @return the body of the answer */
    String call(String method, String path, String body) throws IOException, InterruptedException {
        return successful(method, path, send(method, path, BodyPublishers.ofString(body)))
                .body();
    }

    private HttpResponse<String> send(String method, String path, BodyPublisher body)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(root.resolve(path))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .method(method, body)
                .build();
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) { // whose message is often null
            throw new IOException("Conductor cannot be reached at %s: %s".formatted(root, e), e);
        }
    }

    private static HttpResponse<String> successful(String method, String path, HttpResponse<String> response)
            throws IOException {
        if (response.statusCode() / 100 != 2) {
            throw new IOException("Conductor answered %s %s with %d: %s"
                    .formatted(
                            method, path, response.statusCode(), response.body().strip()));
        }
        return response;
    }
}
