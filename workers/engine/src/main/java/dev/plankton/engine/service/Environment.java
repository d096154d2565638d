package dev.plankton.engine.service;

import dev.plankton.engine.metrics.MetricsConfig;
import dev.plankton.engine.store.CacheLimit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Settings of a worker from environment variables. */
public final class Environment {
    /** Where browsers reach the gateway. */
    public static final String PUBLIC_URL = "PLANKTON_PUBLIC_URL";

    /** The address of Conductor's API. */
    public static final String CONDUCTOR_URL = "PLANKTON_CONDUCTOR_URL";

    private static final String LOCAL_CONDUCTOR = "http://127.0.0.1:8080/api/";

    private static final String LOOPBACK = "127.0.0.1";

    private Environment() {}

    /** The address of Conductor's API. */
    public static URI conductor(Map<String, String> environment) {
        return URI.create(value(environment, CONDUCTOR_URL).orElse(LOCAL_CONDUCTOR));
    }

    /** The address at which browsers reach the gateway, without a slash at the end; empty if there is no gateway. */
    public static Optional<URI> gateway(Map<String, String> environment) {
        return value(environment, PUBLIC_URL).map(url -> URI.create(url.replaceFirst("/+$", "")));
    }

    /** Where to show measures and health; empty if nowhere. */
    public static Optional<MetricsConfig> metrics(Map<String, String> environment) {
        String address = value(environment, MetricsConfig.ADDRESS).orElse(LOOPBACK);
        return value(environment, MetricsConfig.PORT)
                .map(port -> new MetricsConfig(address, number(MetricsConfig.PORT, port)));
    }

    /**
     * How large the cache of artifacts may become.
     *
     * @throws IllegalArgumentException with a sentence, if the variable makes no sense
     */
    public static CacheLimit cache(Map<String, String> environment) {
        return value(environment, CacheLimit.VARIABLE)
                .map(CacheLimit::gigabytes)
                .orElse(CacheLimit.DEFAULT);
    }

    static int number(String name, String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("%s must be a whole number, not '%s'.".formatted(name, text), e);
        }
    }

    /**
     * The same for a variable without which nothing works.
     *
     * @throws IllegalArgumentException if it is not set
     */
    public static String needed(Map<String, String> environment, String name) {
        return value(environment, name)
                .orElseThrow(() -> new IllegalArgumentException(
                        "Set %s, or %s_FILE to a file that holds it.".formatted(name, name)));
    }

    /**
     * The value of a variable, or the content of the file that {@code <name>_FILE} names, without surrounding blanks;
     * empty if neither is set.
     */
    public static Optional<String> value(Map<String, String> environment, String name) {
        String given = environment.getOrDefault(name, "").strip();
        if (!given.isEmpty()) {
            return Optional.of(given);
        }
        String file = environment.getOrDefault(name + "_FILE", "").strip();
        if (file.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readString(Path.of(file)).strip());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the file that %s_FILE names: %s".formatted(name, file), e);
        }
    }
}
