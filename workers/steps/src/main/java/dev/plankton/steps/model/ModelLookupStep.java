package dev.plankton.steps.model;

import dev.plankton.contracts.formats.DatasetManifest;
import dev.plankton.contracts.formats.ModelManifest;
import dev.plankton.contracts.tasks.ModelLookupTask;
import dev.plankton.contracts.tasks.TaskType;
import dev.plankton.db.rows.FoundModel;
import dev.plankton.engine.step.Step;
import dev.plankton.engine.step.StepContext;
import dev.plankton.steps.images.Datasets;
import java.io.IOException;

/**
 * Finds the model that an alias or a run's id stands for, and says how images must be prepared for it.
 *
 * <p>Reads the run history, the {@link ModelManifest} and the {@link DatasetManifest} that it was made of. Writes
 * nothing. Idempotent: the {@link #fingerprint} contains the model that the name stands for, so the lookup is repeated
 * after the name was moved. Its largest limitation: if the name is moved between the fingerprint and the run, the newer
 * model is returned.
 */
public final class ModelLookupStep implements Step<ModelLookupTask.Input, ModelLookupTask.Output> {

    @Override
    public TaskType<ModelLookupTask.Input, ModelLookupTask.Output> type() {
        return ModelLookupTask.TYPE;
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String fingerprint(ModelLookupTask.Input input, StepContext context) throws IOException {
        FoundModel found = ModelFinder.find(input.model(), context);
        return found.modelId() + " " + found.reason();
    }

    @Override
    public ModelLookupTask.Output run(ModelLookupTask.Input input, StepContext context)
            throws IOException, InterruptedException {
        FoundModel found = ModelFinder.find(input.model(), context);
        context.log("'%s' is the model %s: %s.".formatted(input.model(), found.modelId(), found.reason()));
        ModelManifest model = context.artifacts().fetchJson(found.modelId(), ModelManifest.class);
        DatasetManifest dataset = Datasets.read(model.dataset(), context);
        return new ModelLookupTask.Output(found.modelId(), found.reason(), dataset.side(), model.testAccuracy());
    }
}
