package dev.plankton.steps.finish;

import dev.plankton.contracts.ids.StoreKeys;
import dev.plankton.contracts.tasks.FinishTask;
import dev.plankton.contracts.tasks.TaskType;
import dev.plankton.db.rows.RunEnd;
import dev.plankton.engine.step.Step;
import dev.plankton.engine.step.StepContext;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;

/**
 * Records in the run history that a run is complete and where its report is.
 *
 * <p>Reads only its input. Writes only to the run history, in {@link #record}, because that method is called for every
 * run, even if the output is remembered from an earlier run. Idempotent because writing the same again changes nothing.
 * Its largest limitation: the run is complete in SQL a moment before it is complete in Conductor, and if a user reruns
 * it from the middle, SQL shows it as running again only when the next task begins.
 */
public final class FinishStep implements Step<FinishTask.Input, FinishTask.Output> {

    private final Optional<URI> gateway;

    /** @param gateway where browsers reach the gateway, without a slash at the end; empty if there is none */
    public FinishStep(Optional<URI> gateway) {
        this.gateway = gateway;
    }

    @Override
    public TaskType<FinishTask.Input, FinishTask.Output> type() {
        return FinishTask.TYPE;
    }

    @Override
    public int version() {
        return 2;
    }

    @Override
    public String fingerprint(FinishTask.Input input, StepContext context) {
        return gateway.map(URI::toString).orElse("");
    }

    @Override
    public FinishTask.Output run(FinishTask.Input input, StepContext context) {
        return new FinishTask.Output(
                input.datasetId(),
                input.trainingId(),
                input.reportKey(),
                address(input).or(input::reportKey));
    }

    private Optional<String> address(FinishTask.Input input) {
        return gateway.flatMap(start -> input.reportKey().map(key -> start + StoreKeys.reportPath(key)));
    }

    @Override
    public void record(FinishTask.Input input, FinishTask.Output output, StepContext context) throws IOException {
        if (output.reportKey().isPresent()) {
            context.history().runs().report(context.runId(), output.reportKey().get(), address(input));
        }
        boolean outermost = context.workflowId().value().equals(context.runId().value());
        if (outermost) { // the end of a part is not the end of the run
            context.history().runs().ended(context.runId(), RunEnd.completed());
        }
    }
}
