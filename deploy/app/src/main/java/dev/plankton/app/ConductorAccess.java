package dev.plankton.app;

import com.netflix.conductor.client.http.ConductorClient;

/** How the commands call Conductor's API. */
final class ConductorAccess {
    private static final int TIMEOUT_MILLIS = 20_000;

    private ConductorAccess() {}

    /** A client to be shut down after use. */
    static ConductorClient open(StackState state) {
        return ConductorClient.builder()
                .basePath(state.conductor().replaceFirst("/$", "")) // the client adds the slash itself
                .connectTimeout(TIMEOUT_MILLIS)
                .readTimeout(TIMEOUT_MILLIS)
                .writeTimeout(TIMEOUT_MILLIS)
                .build();
    }
}
