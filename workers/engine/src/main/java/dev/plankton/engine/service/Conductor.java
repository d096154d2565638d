package dev.plankton.engine.service;

import com.netflix.conductor.client.http.ConductorClient;
import java.net.URI;
import java.time.Duration;

/** The connection to the Conductor server. */
final class Conductor {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(20);

    private Conductor() {}

    static ConductorClient connect(URI api) {
        String address = api.toString();
        return ConductorClient.builder()
                .basePath(address.substring(0, address.length() - 1)) // the client adds the slash itself
                .connectTimeout(CONNECT.toMillis())
                .readTimeout(ANSWER.toMillis())
                .writeTimeout(ANSWER.toMillis())
                .callTimeout(ANSWER.plus(CONNECT).toMillis())
                .build();
    }
}
