package dev.plankton.workflows;

import dev.plankton.runtime.step.Step;
import dev.plankton.runtime.step.StepContext;
import java.io.IOException;
import java.util.function.Function;

/**
 * Stands in for a real step: same task type, same shape of input and output, no work. Results are remembered within a
 * run alone, so that tests do not find one another's.
 *
 * @param label names a task of this type in the script, from its input
 */
record StubStep(String taskType, Function<Values, String> label, Function<Values, Values> work, Script script)
        implements Step<Values, Values> {

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Class<Values> inputType() {
        return Values.class;
    }

    @Override
    public Class<Values> outputType() {
        return Values.class;
    }

    @Override
    public String fingerprint(Values input, StepContext context) {
        return context.runId();
    }

    @Override
    public Values run(Values input, StepContext context) throws IOException, InterruptedException {
        script.play(context.runId(), label.apply(input));
        return work.apply(input);
    }
}
