package dev.plankton.model;

import dev.plankton.db.rows.AliasMove;
import dev.plankton.runtime.step.Step;
import dev.plankton.runtime.step.StepContext;
import java.io.IOException;

/**
 * Makes an alias such as {@code champion} stand for a model, and notes why.
 *
 * <p>Reads the run history. Writes to it alone, in {@link #record}: a further row, so that every earlier move stays.
 * Idempotent because one run moves an alias to a model once. Its largest limitation: nobody is asked who may do it.
 */
public final class ModelAliasStep implements Step<ModelAliasInput, ModelAliasOutput> {

    @Override
    public String taskType() {
        return "plankton_model_alias";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Class<ModelAliasInput> inputType() {
        return ModelAliasInput.class;
    }

    @Override
    public Class<ModelAliasOutput> outputType() {
        return ModelAliasOutput.class;
    }

    @Override
    public String fingerprint(ModelAliasInput input, StepContext context) throws IOException {
        return Names.find(input.model(), context).modelId();
    }

    @Override
    public ModelAliasOutput run(ModelAliasInput input, StepContext context) throws IOException {
        return new ModelAliasOutput(
                input.alias(), Names.find(input.model(), context).modelId());
    }

    @Override
    public void record(ModelAliasInput input, ModelAliasOutput output, StepContext context) throws IOException {
        context.history()
                .aliasMoved(new AliasMove(
                        output.alias(), output.model(), input.reason().strip(), context.runId()));
    }
}
