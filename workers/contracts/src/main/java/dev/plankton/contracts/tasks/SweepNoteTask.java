package dev.plankton.contracts.tasks;

import dev.plankton.contracts.ids.RunId;
import java.util.Map;
import java.util.Optional;

/** Records the run of one combination of a sweep. */
public final class SweepNoteTask {
    public static final TaskType<Input, Output> TYPE = TaskType.of(
            "plankton_sweep_note",
            "Records which run was started with a combination of a sweep.",
            Input.class,
            Output.class);

    private SweepNoteTask() {}

    /**
     * A combination and its run.
     *
     * @param number number of the combination, counted from 1
     * @param values the grid values of the run
     * @param run id of the run; empty if the run could not be started
     */
    public record Input(int number, Map<String, Object> values, Optional<RunId> run) {}

    /** @param run the run of the combination */
    public record Output(int number, Optional<RunId> run) {}
}
