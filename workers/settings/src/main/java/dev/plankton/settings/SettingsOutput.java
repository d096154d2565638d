package dev.plankton.settings;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The value of each setting of the workflow.
 *
 * @param values numbers as numbers, lists as lists
 */
public record SettingsOutput(Map<String, Object> values) {

    public SettingsOutput {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
}
