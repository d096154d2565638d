package dev.plankton.steps.cleanup;

import dev.plankton.contracts.ids.WorkflowId;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;

/** The histories that Conductor keeps of workflows that have ended. */
public final class ConductorHistories {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int NOT_FOUND = 404;

    private final URI api;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    /** @param api ends in {@code /api/} */
    public ConductorHistories(URI api) {
        this.api = api;
    }

    /** Deletes the histories of these workflows. Workflows that Conductor does not know are skipped. */
    void delete(List<WorkflowId> workflows) throws IOException {
        for (WorkflowId workflow : workflows) {
            HttpRequest request = HttpRequest.newBuilder(
                            api.resolve("workflow/%s/remove?archiveWorkflow=false".formatted(workflow)))
                    .timeout(PATIENCE)
                    .DELETE()
                    .build();
            HttpResponse<String> response = send(request);
            if (response.statusCode() / 100 != 2 && response.statusCode() != NOT_FOUND) {
                throw new IOException("Conductor did not delete the workflow %s: %d %s"
                        .formatted(workflow, response.statusCode(), response.body()));
            }
        }
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while Conductor deleted workflows", e);
        }
    }
}
