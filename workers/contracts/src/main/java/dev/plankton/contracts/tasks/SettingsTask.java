package dev.plankton.contracts.tasks;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns a user's input to a workflow into the value of each of its settings. */
public final class SettingsTask {
    public static final TaskType<Input, Output> TYPE = TaskType.of(
            "plankton_settings",
            "Checks a workflow's input before any work and fills in what was left blank.",
            Input.class,
            Output.class);

    private SettingsTask() {}

    /**
     * A user's input.
     *
     * @param workflow the name of its definition
     * @param input the complete input, unchecked
     */
    public record Input(String workflow, Map<String, @Nullable Object> input) {
        public Input(String workflow, @Nullable Map<String, @Nullable Object> input) {
            this.workflow = workflow;
            this.input = input == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(input));
        }
    }

    /**
     * The value of each setting of the workflow.
     *
     * @param values numbers as numbers, lists as lists
     */
    public record Output(Map<String, Object> values) {
        public Output {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }
    }
}
