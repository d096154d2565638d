package dev.plankton.workflows;

import dev.plankton.contracts.tasks.TaskType;
import dev.plankton.engine.step.Step;
import dev.plankton.engine.step.StepContext;
import java.io.IOException;
import java.util.function.Function;

/**
 * Stands in for a real step: same task type, same shape of input and output, no work. Results are remembered only
 * within a run, so that tests do not find one another's.
 *
 * @param label names a task of this type in the script, from its input
 */
record StubStep(String name, Function<Values, String> label, Function<Values, Values> work, Script script)
        implements Step<Values, Values> {

    @Override
    public int version() {
        return 1;
    }

    @Override
    public TaskType<Values, Values> type() {
        return TaskType.of(name, "Stands in for the real one.", Values.class, Values.class);
    }

    @Override
    public String fingerprint(Values input, StepContext context) {
        return context.runId().value();
    }

    @Override
    public Values run(Values input, StepContext context) throws IOException, InterruptedException {
        script.play(context.runId().value(), label.apply(input));
        return work.apply(input);
    }
}
