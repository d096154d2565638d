package dev.plankton.steps.sweep;

import dev.plankton.contracts.json.Json;
import dev.plankton.contracts.tasks.SweepNoteTask;
import dev.plankton.contracts.tasks.TaskType;
import dev.plankton.engine.step.Step;
import dev.plankton.engine.step.StepContext;
import java.io.IOException;

/**
 * Records which run was started for a combination of a sweep.
 *
 * <p>Reads only its input. Writes only to the run history, in {@link #record}. Idempotent because a sweep has one run
 * for each combination, and the last one counts. Its largest limitation: it comes after the run, so a run under way is
 * not recorded yet.
 */
public final class SweepNoteStep implements Step<SweepNoteTask.Input, SweepNoteTask.Output> {

    @Override
    public TaskType<SweepNoteTask.Input, SweepNoteTask.Output> type() {
        return SweepNoteTask.TYPE;
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public SweepNoteTask.Output run(SweepNoteTask.Input input, StepContext context) {
        return new SweepNoteTask.Output(input.number(), input.run());
    }

    @Override
    public void record(SweepNoteTask.Input input, SweepNoteTask.Output output, StepContext context) throws IOException {
        context.history().sweeps().run(context.runId(), input.number(), Json.text(input.values()), input.run());
    }
}
