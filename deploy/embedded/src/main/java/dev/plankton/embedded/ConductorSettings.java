package dev.plankton.embedded;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The settings with which Conductor's server needs nothing but PostgreSQL. */
final class ConductorSettings {
    /** The schema of Conductor's tables. */
    static final String SCHEMA = "conductor";

    private ConductorSettings() {}

    /** The text of its properties file. */
    static String text(int port, String path, String jdbcUrl, String user, String password) {
        Map<String, String> settings = new TreeMap<>();
        settings.put("server.address", Loopback.ADDRESS);
        settings.put("server.port", Integer.toString(port));
        // Conductor asks nobody for a password, so that whoever finds it may use it.
        settings.put("server.servlet.context-path", path);
        settings.put("server.shutdown", "immediate");
        settings.put("spring.datasource.url", jdbcUrl + "?currentSchema=" + SCHEMA);
        settings.put("spring.datasource.username", user);
        settings.put("spring.datasource.password", password);
        settings.put("spring.datasource.hikari.maximum-pool-size", "20");
        settings.put("conductor.postgres.schema", SCHEMA);
        settings.put("conductor.db.type", "postgres");
        settings.put("conductor.queue.type", "postgres");
        settings.put("conductor.indexing.enabled", "true");
        settings.put("conductor.indexing.type", "postgres");
        settings.put("conductor.elasticsearch.version", "0");
        settings.put("conductor.external-payload-storage.type", "postgres");
        settings.put(
                "conductor.external-payload-storage.postgres.conductor-url",
                "http://%s:%d%s".formatted(Loopback.ADDRESS, port, path));
        settings.put("conductor.app.workflowExecutionLockEnabled", "true");
        settings.put("conductor.workflow-execution-lock.type", "postgres");
        settings.put("conductor.app.ownerEmailMandatory", "false");
        settings.put("conductor.scheduler.enabled", "false");
        settings.put("conductor.integrations.ai.enabled", "false");
        settings.put("management.health.elasticsearch.enabled", "false");
        settings.put("logging.level.root", "warn");
        // How long a task waits for another try when its concurrency limit is reached; 60 s by default.
        settings.put("conductor.app.taskExecutionPostponeDuration", "5s");
        // One machine, few workflows at once: poll less often than the defaults, which keep a core busy when idle.
        settings.put("conductor.app.systemTaskWorkerPollInterval", "200ms");
        settings.put("conductor.app.systemTaskWorkerThreadCount", "4");
        settings.put("conductor.app.sweeperThreadCount", "2");
        settings.put("conductor.app.eventQueuePollInterval", "5s");
        settings.put("conductor.default-event-processor.enabled", "false");
        return settings.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
                .collect(Collectors.joining());
    }
}
