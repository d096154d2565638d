package dev.plankton.contracts.tasks;

import dev.plankton.contracts.ids.RunId;
import dev.plankton.contracts.inputs.Schema;

/** Reads the artifacts of a run again. */
public final class VerifyTask {
    public static final TaskType<Input, Output> TYPE = TaskType.of(
            "plankton_verify",
            "Reads the artifacts of a run again and compares their digests.",
            Input.class,
            Output.class);

    private VerifyTask() {}

    /** @param run the id of a run, {@code latest} or {@code previous} */
    public record Input(String run) {
        public Input {
            Schema.check("run", run);
        }
    }

    /**
     * The result.
     *
     * @param run the run whose artifacts were read
     * @param artifacts number of artifacts that were read; none is damaged
     * @param bytes their total size
     */
    public record Output(RunId run, int artifacts, long bytes) {}
}
