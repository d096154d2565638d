package dev.plankton.finish;

import dev.plankton.runtime.step.Step;
import dev.plankton.runtime.step.StepContext;
import java.io.IOException;

/**
 * Notes in the run history that a run is complete and where its report is.
 *
 * <p>Reads nothing but its input. Writes to the run history alone, in {@link #record}, because that happens for every
 * run, also when the output is remembered from an earlier one; writing the same twice changes nothing. Its largest
 * limitation: the run is complete in SQL a moment before it is in Conductor, and a user who reruns it from the middle
 * sees it as running again only when the next task begins.
 */
public final class FinishStep implements Step<FinishInput, FinishOutput> {

    @Override
    public String taskType() {
        return "plankton_finish";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Class<FinishInput> inputType() {
        return FinishInput.class;
    }

    @Override
    public Class<FinishOutput> outputType() {
        return FinishOutput.class;
    }

    @Override
    public FinishOutput run(FinishInput input, StepContext context) {
        return new FinishOutput(input.datasetId(), input.trainingId(), input.reportKey());
    }

    @Override
    public void record(FinishInput input, FinishOutput output, StepContext context) throws IOException {
        if (!output.reportKey().isEmpty()) {
            context.history().report(context.runId(), output.reportKey());
        }
        boolean outermost = context.workflowId().equals(context.runId());
        if (outermost) { // the end of a part is not the end of the run
            context.history().runCompleted(context.runId());
        }
    }
}
