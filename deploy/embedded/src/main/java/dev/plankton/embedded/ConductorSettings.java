package dev.plankton.embedded;

import java.io.IOException;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The settings of the embedded Conductor: those of {@code conductor.properties}, and its addresses. */
final class ConductorSettings {
    /** The schema of Conductor's tables. */
    static final String SCHEMA = "conductor";

    private static final String SHARED = "conductor.properties";

    private ConductorSettings() {}

    /** The text of its properties file. */
    static String text(int port, String path, String jdbcUrl, String user, String password) throws IOException {
        Map<String, String> settings = new TreeMap<>();
        Properties shared = Settings.read(SHARED);
        shared.stringPropertyNames().forEach(name -> settings.put(name, shared.getProperty(name)));
        settings.put("server.address", Loopback.ADDRESS);
        settings.put("server.port", Integer.toString(port));
        // Conductor asks nobody for a password, so that whoever finds it may use it.
        settings.put("server.servlet.context-path", path);
        settings.put("server.shutdown", "immediate");
        settings.put("spring.datasource.url", jdbcUrl + "?currentSchema=" + SCHEMA);
        settings.put("conductor.postgres.schema", SCHEMA);
        settings.put("spring.datasource.username", user);
        settings.put("spring.datasource.password", password);
        settings.put(
                "conductor.external-payload-storage.postgres.conductor-url",
                "http://%s:%d%s".formatted(Loopback.ADDRESS, port, path));
        return settings.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
                .collect(Collectors.joining());
    }
}
