package dev.plankton.contracts.inputs;

import dev.plankton.contracts.BadInputException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The input that a user gives to a workflow. */
public final class WorkflowInput {
    private WorkflowInput() {}

    /**
     * The value of each setting, in the schema's order: {@link Long}, {@link Double}, {@link Boolean}, {@link String}
     * or a list of these. For a sweep also {@code combinations}, a list with the grid values of each of its runs.
     *
     * @throws BadInputException if anything is unknown, out of range or contradictory
     */
    public static Map<String, Object> resolve(
            PlanktonWorkflow workflow, Map<String, ? extends @Nullable Object> given) {
        Map<String, Object> values = Resolution.resolve(workflow, given);
        return workflow == PlanktonWorkflow.SWEEP ? Sweep.resolve(values, given) : values;
    }

    /** The input of a sweep without the inputs of the sweep itself: the input that all its runs share. */
    public static Map<String, @Nullable Object> sharedBySweep(Map<String, @Nullable Object> given) {
        Map<String, @Nullable Object> shared = new LinkedHashMap<>(given);
        shared.keySet().removeAll(Sweep.OWN);
        return shared;
    }
}
