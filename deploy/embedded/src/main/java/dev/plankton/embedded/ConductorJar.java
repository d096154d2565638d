package dev.plankton.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * Where Conductor's server is: in the local Maven repository, to which the build downloads it, or at the path in the
 * environment variable {@code PLANKTON_CONDUCTOR_JAR}.
 *
 * @param version of the server
 */
record ConductorJar(String version, Path file) {

    static ConductorJar find() throws IOException {
        Properties properties = Settings.read("conductor-jar.properties");
        String given = System.getenv("PLANKTON_CONDUCTOR_JAR");
        Path file = Path.of(given == null || given.isBlank() ? properties.getProperty("jar", "") : given.strip());
        if (!Files.isRegularFile(file)) {
            throw new IOException(
                    "Conductor's server is not at %s; build the project again, or name it in PLANKTON_CONDUCTOR_JAR."
                            .formatted(file));
        }
        return new ConductorJar(properties.getProperty("version", ""), file);
    }
}
