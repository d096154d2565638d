package dev.plankton.steps.alert;

import dev.plankton.contracts.ids.RunId;
import dev.plankton.contracts.ids.WorkflowId;
import dev.plankton.contracts.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;

/** Sends alerts to a web address. The address may be secret, so no message contains it. */
final class Webhook {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Set<Integer> PASSING_REFUSALS = Set.of(408, 425, 429);

    private final URI address;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(PATIENCE)
            .build();

    Webhook(URI address) {
        this.address = address;
    }

    /** The alert as it is sent in JSON. @param id stays the same when the same failure is sent again */
    record Message(WorkflowId id, RunId run, String workflow, String status, String reason, String task, String time) {}

    /** The answer of the webhook. */
    sealed interface Answer {}

    /** The webhook accepted the alert. */
    record Taken() implements Answer {}

    /** The webhook refused the alert, and another try would not help. */
    record Refused(int status) implements Answer {}

    /** @throws IOException if another try may succeed */
    Answer tell(Message message) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(Json.write(message)))
                .build();
        int status;
        try {
            status = client.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            throw new IOException("The webhook of PLANKTON_ALERT_WEBHOOK cannot be reached: "
                    + e.getClass().getSimpleName() + "."); // the cause may name the address
        }
        if (status / 100 == 2) {
            return new Taken();
        }
        if (status >= 500 || PASSING_REFUSALS.contains(status)) {
            throw new IOException("The webhook of PLANKTON_ALERT_WEBHOOK answers with status %d.".formatted(status));
        }
        return new Refused(status);
    }
}
