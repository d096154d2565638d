package dev.plankton.contracts.tasks;

import dev.plankton.contracts.formats.ModelManifest;
import dev.plankton.contracts.ids.ArtifactId;
import dev.plankton.contracts.inputs.Schema;

/** Finds a model by name. */
public final class ModelLookupTask {
    public static final TaskType<Input, Output> TYPE = TaskType.of(
            "plankton_model_lookup",
            "Finds the model that an alias or a run's id stands for.",
            Input.class,
            Output.class);

    private ModelLookupTask() {}

    /** @param model {@code champion}, another alias, or the id of a run, a training or a model */
    public record Input(String model) {
        public Input {
            Schema.check("model", model);
        }
    }

    /**
     * The model.
     *
     * @param model a {@link ModelManifest}
     * @param reason why the name stands for it; completes "because it is ..."
     * @param side height and width in pixels of the preprocessed images that the model needs
     * @param testAccuracy accuracy of its classifier on test images
     */
    public record Output(ArtifactId model, String reason, int side, double testAccuracy) {}
}
