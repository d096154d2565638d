package dev.plankton.steps.alert;

import dev.plankton.engine.service.Environment;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * Where to report failed runs.
 *
 * @param webhook address that receives a POST for each failed run; it may contain a secret, so it is never logged or
 *     recorded
 */
public record AlertConfig(Optional<URI> webhook) {
    private static final String WEBHOOK = "PLANKTON_ALERT_WEBHOOK";

    public AlertConfig {
        webhook.ifPresent(address -> {
            boolean http = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
            if (!http || address.getHost() == null) {
                throw new IllegalArgumentException(
                        WEBHOOK + " must be an address that begins with https:// or http:// and names a host.");
            }
        });
    }

    /**
     * Reads the environment. A malformed value throws an {@link IllegalArgumentException} that names the variable, not
     * its value.
     */
    public static AlertConfig fromEnvironment(Map<String, String> environment) {
        try {
            return new AlertConfig(Environment.value(environment, WEBHOOK).map(URI::create));
        } catch (IllegalArgumentException e) {
            throw String.valueOf(e.getMessage()).startsWith(WEBHOOK)
                    ? e
                    : new IllegalArgumentException(WEBHOOK + " is not a valid address.");
        }
    }

    /** Leaves out the address, which may be secret. */
    @Override
    public String toString() {
        return "AlertConfig[webhook=%s]".formatted(webhook.isPresent() ? "set" : "not set");
    }
}
