package dev.plankton.engine.step;

import dev.plankton.contracts.BadInputException;
import dev.plankton.contracts.tasks.TaskType;
import java.io.IOException;

/**
 * One step of the pipeline: a pure function from a typed input and the artifacts that it names to a typed output and
 * the artifacts that it publishes.
 *
 * <p>The engine runs a step at least once. That is safe for three reasons: the hash of (task type, {@link #version},
 * input, {@link #fingerprint}) is the key under which a finished output is remembered; artifacts are addressed by their
 * content; and {@link #record} is idempotent.
 *
 * @param <I> the input, a record whose components are the task's input parameters; its constructor rejects bad values
 *     with {@link BadInputException}
 * @param <O> the output, a record that becomes the task's output; ids and figures only, the data goes into artifacts
 */
public interface Step<I extends Record, O extends Record> {

    /** What goes in and what comes out. */
    TaskType<I, O> type();

    /** The version of the code; raised whenever the same input would give another output. */
    int version();

    /**
     * Whether it needs most of a machine's memory or cores: the services of a machine never run two such steps at once.
     */
    default boolean exclusive() {
        return false;
    }

    /**
     * What the output depends on beside the input, for a step that reads something that is not content-addressed (a
     * listing of the object store, say). Empty for all others.
     *
     * @throws BadInputException if what the input names does not exist
     */
    default String fingerprint(I input, StepContext context) throws IOException, InterruptedException {
        return "";
    }

    /**
     * Does the work.
     *
     * @throws BadInputException if the input or the data behind it can never work: the failure is final
     * @throws IOException if a network, a disk or a service fails: the step is tried again
     * @throws InterruptedException if the workflow was cancelled or the worker is being stopped
     */
    O run(I input, StepContext context) throws IOException, InterruptedException;

    /**
     * Writes what happened to the run history. Called after {@link #run} and also when a remembered output was found
     * instead, so it takes everything from input, output and the artifacts they name, and is idempotent for one run.
     */
    default void record(I input, O output, StepContext context) throws IOException, InterruptedException {}
}
