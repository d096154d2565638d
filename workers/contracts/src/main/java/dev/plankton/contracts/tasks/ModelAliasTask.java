package dev.plankton.contracts.tasks;

import dev.plankton.contracts.formats.ModelManifest;
import dev.plankton.contracts.ids.ArtifactId;
import dev.plankton.contracts.inputs.Schema;

/** Assigns an alias to a model. */
public final class ModelAliasTask {
    public static final TaskType<Input, Output> TYPE = TaskType.of(
            "plankton_model_alias", "Assigns an alias to a model and records the reason.", Input.class, Output.class);

    private ModelAliasTask() {}

    /**
     * The alias and its new model.
     *
     * @param alias the alias to move
     * @param model the model: the id of a run, a training or a model, or another alias
     * @param reason why the alias is moved, for later readers
     */
    public record Input(String alias, String model, String reason) {
        public Input {
            Schema.check("alias", alias);
            Schema.check("model", model);
            Schema.check("reason", reason.strip());
            reason = reason.strip();
        }
    }

    /** @param model the {@link ModelManifest} that the alias stands for now */
    public record Output(String alias, ArtifactId model) {}
}
