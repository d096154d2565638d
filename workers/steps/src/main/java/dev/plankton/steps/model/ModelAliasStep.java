package dev.plankton.steps.model;

import dev.plankton.contracts.tasks.ModelAliasTask;
import dev.plankton.contracts.tasks.TaskType;
import dev.plankton.db.rows.AliasMove;
import dev.plankton.engine.step.Step;
import dev.plankton.engine.step.StepContext;
import java.io.IOException;

/**
 * Points an alias such as {@code champion} to a model, and records the reason.
 *
 * <p>Reads the run history. Writes only to it, in {@link #record}: it adds a row, so every earlier move is kept.
 * Idempotent because one run moves an alias to a model once. Its largest limitation: there is no authorization check.
 */
public final class ModelAliasStep implements Step<ModelAliasTask.Input, ModelAliasTask.Output> {

    @Override
    public TaskType<ModelAliasTask.Input, ModelAliasTask.Output> type() {
        return ModelAliasTask.TYPE;
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String fingerprint(ModelAliasTask.Input input, StepContext context) throws IOException {
        return ModelFinder.find(input.model(), context).modelId().sha256();
    }

    @Override
    public ModelAliasTask.Output run(ModelAliasTask.Input input, StepContext context) throws IOException {
        return new ModelAliasTask.Output(
                input.alias(), ModelFinder.find(input.model(), context).modelId());
    }

    @Override
    public void record(ModelAliasTask.Input input, ModelAliasTask.Output output, StepContext context)
            throws IOException {
        context.history()
                .models()
                .aliasMoved(new AliasMove(output.alias(), output.model(), input.reason(), context.runId()));
    }
}
