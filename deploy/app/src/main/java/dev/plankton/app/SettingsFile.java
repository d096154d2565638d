package dev.plankton.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A file of settings, one {@code NAME=value} in a line, as Docker's env files are: {@code #} begins a comment. */
final class SettingsFile {
    private SettingsFile() {}

    static Map<String, String> read(Path file) throws IOException, Trouble {
        Map<String, String> settings = new HashMap<>();
        List<String> lines = Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            int equals = line.indexOf('=');
            if (equals <= 0) {
                throw new Trouble("Line %d of %s is not NAME=value.".formatted(i + 1, file));
            }
            settings.put(
                    line.substring(0, equals).strip(),
                    line.substring(equals + 1).strip());
        }
        return settings;
    }
}
