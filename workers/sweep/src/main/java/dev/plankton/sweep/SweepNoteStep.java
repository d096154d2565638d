package dev.plankton.sweep;

import dev.plankton.runtime.Json;
import dev.plankton.runtime.step.Step;
import dev.plankton.runtime.step.StepContext;
import java.io.IOException;

/**
 * Notes which run was given a combination of a sweep.
 *
 * <p>Reads nothing but its input. Writes to the run history alone, in {@link #record}: a sweep has one run for each
 * combination, and the last one counts. Its largest limitation: it comes after the run, so one under way is not noted yet.
 */
public final class SweepNoteStep implements Step<SweepNoteInput, SweepNoteOutput> {

    @Override
    public String taskType() {
        return "plankton_sweep_note";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Class<SweepNoteInput> inputType() {
        return SweepNoteInput.class;
    }

    @Override
    public Class<SweepNoteOutput> outputType() {
        return SweepNoteOutput.class;
    }

    @Override
    public SweepNoteOutput run(SweepNoteInput input, StepContext context) {
        return new SweepNoteOutput(input.number(), input.run());
    }

    @Override
    public void record(SweepNoteInput input, SweepNoteOutput output, StepContext context) throws IOException {
        context.history().sweepRun(context.runId(), input.number(), Json.text(input.values()), input.run());
    }
}
