package dev.plankton.settings;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a user gave to a workflow.
 *
 * @param workflow the name of its definition
 * @param input all of its input, whatever it is
 */
public record SettingsInput(String workflow, Map<String, @Nullable Object> input) {

    public SettingsInput(String workflow, @Nullable Map<String, @Nullable Object> input) {
        this.workflow = workflow;
        this.input = input == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(input));
    }
}
