package dev.plankton.alert;

import dev.plankton.runtime.service.Environment;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * Whom to tell of failed runs.
 *
 * @param webhook takes a POST for each; it may hold a secret, so neither logs nor records hold it
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

    /** Reads the environment; a malformed value is an {@link IllegalArgumentException} that names it, not its value. */
    public static AlertConfig fromEnvironment(Map<String, String> environment) {
        try {
            return new AlertConfig(Environment.value(environment, WEBHOOK).map(URI::create));
        } catch (IllegalArgumentException e) {
            throw String.valueOf(e.getMessage()).startsWith(WEBHOOK)
                    ? e
                    : new IllegalArgumentException(WEBHOOK + " is no address.");
        }
    }

    /** Without what may be secret. */
    @Override
    public String toString() {
        return "AlertConfig[webhook=%s]".formatted(webhook.isPresent() ? "set" : "not set");
    }
}
