package dev.plankton.contracts.tasks;

import dev.plankton.contracts.formats.DatasetManifest;
import dev.plankton.contracts.formats.TrainingManifest;
import dev.plankton.contracts.ids.ArtifactId;
import java.util.Optional;

/** Records the results of a workflow. */
public final class FinishTask {
    public static final TaskType<Input, Output> TYPE = TaskType.of(
            "plankton_finish", "Records in the run history how the workflow ended.", Input.class, Output.class);

    private FinishTask() {}

    /**
     * The results of a workflow. A workflow that does not make one of them leaves it empty.
     *
     * @param workflow the name of its definition
     * @param datasetId a {@link DatasetManifest}
     * @param trainingId a {@link TrainingManifest}
     * @param reportKey the key of the report's index.html in the object store
     */
    public record Input(
            String workflow,
            Optional<ArtifactId> datasetId,
            Optional<ArtifactId> trainingId,
            Optional<String> reportKey) {
        public Input {
            reportKey = reportKey.filter(key -> !key.isBlank());
        }
    }

    /**
     * The results of the workflow, as in {@link Input}.
     *
     * @param report where the report is: an address for a browser, or the key if no gateway serves reports
     */
    public record Output(
            Optional<ArtifactId> datasetId,
            Optional<ArtifactId> trainingId,
            Optional<String> reportKey,
            Optional<String> report) {}
}
