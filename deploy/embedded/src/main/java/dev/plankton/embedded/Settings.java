package dev.plankton.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** Property files of this package. */
final class Settings {
    private Settings() {}

    /** @throws IOException if the build left the file out */
    static Properties read(String file) throws IOException {
        try (InputStream in = Settings.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IOException("The build left out %s.".formatted(file));
            }
            Properties properties = new Properties();
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return properties;
        }
    }
}
