package dev.plankton.contracts.tasks;

/**
 * A kind of task. Workflows name it, workers poll for it, and both agree on its input and output.
 *
 * @param name the Conductor task type, for example {@code plankton_train}
 * @param description one sentence for users
 * @param input a record whose components are the task's input parameters; its constructor refuses bad values with
 *     {@link dev.plankton.contracts.BadInputException}
 * @param output a record that becomes the task's output: only ids and figures; the data go into artifacts
 * @param patient whether to wait longer until a fault is over, because much work would be lost
 */
public record TaskType<I extends Record, O extends Record>(
        String name, String description, Class<I> input, Class<O> output, boolean patient) {
    /** How the names of all task types of this project begin. */
    public static final String PREFIX = "plankton_";

    /** A kind of task that is retried a few times. */
    public static <I extends Record, O extends Record> TaskType<I, O> of(
            String name, String description, Class<I> input, Class<O> output) {
        return new TaskType<>(name, description, input, output, false);
    }

    /** A kind of task that is retried for minutes. */
    public static <I extends Record, O extends Record> TaskType<I, O> patient(
            String name, String description, Class<I> input, Class<O> output) {
        return new TaskType<>(name, description, input, output, true);
    }
}
