package dev.plankton.app;

import dev.plankton.engine.service.Environment;
import java.util.Map;
import java.util.Optional;

/** The settings that name the login which may only read the run history. */
public enum ReaderSettings {
    USER("PLANKTON_READER_USER"),
    PASSWORD("PLANKTON_READER_PASSWORD");

    private final String variable;

    ReaderSettings(String variable) {
        this.variable = variable;
    }

    public Optional<String> find(Map<String, String> settings) {
        return Environment.value(settings, variable);
    }

    /** @throws IllegalArgumentException if it is not set */
    public String from(Map<String, String> settings) {
        return Environment.needed(settings, variable);
    }
}
