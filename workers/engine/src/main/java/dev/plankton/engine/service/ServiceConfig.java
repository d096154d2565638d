package dev.plankton.engine.service;

import dev.plankton.db.DatabaseConfig;
import dev.plankton.engine.metrics.MetricsConfig;
import dev.plankton.engine.store.CacheLimit;
import dev.plankton.engine.store.StoreConfig;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The settings of a worker service, from the environment. A secret may also come from the file that {@code <NAME>_FILE}
 * names.
 *
 * @param conductor address of Conductor's API, ending in {@code /api/}
 * @param stateFolder keeps results that could not be reported and a cache of artifacts
 * @param threads how many tasks the service works on at once
 * @param taskDomain the Conductor task domain of the service, which then takes only tasks of that domain; empty for
 *     tasks without a domain
 * @param conductorSchema the schema of Conductor's tables if they lie in the same database: then Conductor's queues
 *     announce new tasks; otherwise the service asks for them
 * @param metrics where the service shows its measures and its health; empty if nowhere
 * @param cache how large the cache of artifacts may become
 */
public record ServiceConfig(
        URI conductor,
        StoreConfig store,
        DatabaseConfig database,
        Path stateFolder,
        int threads,
        Optional<String> taskDomain,
        Optional<String> conductorSchema,
        Optional<MetricsConfig> metrics,
        CacheLimit cache) {
    private static final String THREADS = "PLANKTON_THREADS";
    private static final Pattern DOMAIN = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    public ServiceConfig {
        if (threads < 1 || threads > 256) {
            throw new IllegalArgumentException("%s must be from 1 to 256, not %d.".formatted(THREADS, threads));
        }
        if (conductor.isOpaque() || !conductor.getPath().endsWith("/api/")) {
            throw new IllegalArgumentException(
                    "PLANKTON_CONDUCTOR_URL must end in /api/, not '%s'.".formatted(conductor));
        }
        taskDomain.filter(domain -> !DOMAIN.matcher(domain).matches()).ifPresent(domain -> {
            throw new IllegalArgumentException(
                    "PLANKTON_TASK_DOMAIN must be one word of letters, digits, '.', '_' and '-', not '%s'."
                            .formatted(domain));
        });
    }

    /** The same with a cache of the usual size. */
    public ServiceConfig(
            URI conductor,
            StoreConfig store,
            DatabaseConfig database,
            Path stateFolder,
            int threads,
            Optional<String> taskDomain,
            Optional<String> conductorSchema,
            Optional<MetricsConfig> metrics) {
        this(
                conductor,
                store,
                database,
                stateFolder,
                threads,
                taskDomain,
                conductorSchema,
                metrics,
                CacheLimit.DEFAULT);
    }

    /** The same without announcements and metrics. */
    public ServiceConfig(
            URI conductor,
            StoreConfig store,
            DatabaseConfig database,
            Path stateFolder,
            int threads,
            Optional<String> taskDomain) {
        this(conductor, store, database, stateFolder, threads, taskDomain, Optional.empty(), Optional.empty());
    }

    /** The same with another limit for the cache. */
    public ServiceConfig with(CacheLimit limit) {
        return new ServiceConfig(
                conductor, store, database, stateFolder, threads, taskDomain, conductorSchema, metrics, limit);
    }

    /** The folder for copies of artifacts, shared by all services and programs that use this state folder. */
    public Path artifactCache() {
        return stateFolder.resolve("artifacts");
    }

    /** Reads the environment; a missing or malformed value is an {@link IllegalArgumentException} that names it. */
    public static ServiceConfig fromEnvironment(Map<String, String> environment) {
        return new ServiceConfig(
                Environment.conductor(environment),
                new StoreConfig(
                        URI.create(value(environment, "PLANKTON_STORE_URL", "http://127.0.0.1:9000")),
                        value(environment, "PLANKTON_STORE_BUCKET", "plankton"),
                        Environment.needed(environment, "PLANKTON_STORE_ACCESS_KEY"),
                        Environment.needed(environment, "PLANKTON_STORE_SECRET_KEY")),
                new DatabaseConfig(
                        value(environment, "PLANKTON_DATABASE_URL", "jdbc:postgresql://127.0.0.1:5432/plankton"),
                        value(environment, "PLANKTON_DATABASE_USER", "plankton"),
                        Environment.needed(environment, "PLANKTON_DATABASE_PASSWORD"),
                        8),
                Path.of(value(environment, "PLANKTON_STATE_FOLDER", "plankton-state")),
                Environment.number(THREADS, value(environment, THREADS, "1")),
                Optional.of(value(environment, "PLANKTON_TASK_DOMAIN", "")).filter(domain -> !domain.isEmpty()),
                Environment.value(environment, "PLANKTON_CONDUCTOR_SCHEMA"),
                Environment.metrics(environment),
                Environment.cache(environment));
    }

    private static String value(Map<String, String> environment, String name, String otherwise) {
        return Environment.value(environment, name).orElse(otherwise);
    }
}
