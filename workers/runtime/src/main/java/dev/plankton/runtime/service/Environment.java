package dev.plankton.runtime.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** What a worker is told from outside. */
public final class Environment {
    private Environment() {}

    /**
     * The value of a name, or the content of the file that {@code <name>_FILE} names, without blanks around it; nothing
     * if neither is set.
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
