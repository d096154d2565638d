package dev.plankton.alert;

import dev.plankton.runtime.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;

/** Where alerts are sent to. Its address may be secret: it is in no message. */
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

    /** What is sent, as JSON. @param id the same whenever the same failure is told again */
    record Message(String id, String run, String workflow, String status, String reason, String task, String time) {}

    /** What became of it. */
    sealed interface Answer {}

    /** It was taken. */
    record Taken() implements Answer {}

    /** It will not be taken. */
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
