package dev.plankton.model;

import dev.plankton.db.rows.FoundModel;
import dev.plankton.runtime.formats.DatasetManifest;
import dev.plankton.runtime.formats.ModelManifest;
import dev.plankton.runtime.step.Step;
import dev.plankton.runtime.step.StepContext;
import dev.plankton.runtime.store.ArtifactId;
import java.io.IOException;

/**
 * Finds the model that an alias or a run's id stands for, and says how images must be prepared for it.
 *
 * <p>Reads the run history, the {@link ModelManifest} and the {@link DatasetManifest} that it was made of. Writes
 * nothing. Idempotent: what the name stands for is its {@link #fingerprint}, so that a name that was moved is looked up
 * anew. Its largest limitation: a name that is moved between the fingerprint and the run gives the newer model.
 */
public final class ModelLookupStep implements Step<ModelLookupInput, ModelLookupOutput> {

    @Override
    public String taskType() {
        return "plankton_model_lookup";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Class<ModelLookupInput> inputType() {
        return ModelLookupInput.class;
    }

    @Override
    public Class<ModelLookupOutput> outputType() {
        return ModelLookupOutput.class;
    }

    @Override
    public String fingerprint(ModelLookupInput input, StepContext context) throws IOException {
        FoundModel found = Names.find(input.model(), context);
        return found.modelId() + " " + found.reason();
    }

    @Override
    public ModelLookupOutput run(ModelLookupInput input, StepContext context) throws IOException, InterruptedException {
        FoundModel found = Names.find(input.model(), context);
        context.log("'%s' is the model %s: %s.".formatted(input.model(), found.modelId(), found.reason()));
        ModelManifest model = context.artifacts().fetchJson(new ArtifactId(found.modelId()), ModelManifest.class);
        DatasetManifest dataset = context.artifacts().fetchJson(model.dataset(), DatasetManifest.class);
        return new ModelLookupOutput(found.modelId(), found.reason(), dataset.side(), model.testAccuracy());
    }
}
