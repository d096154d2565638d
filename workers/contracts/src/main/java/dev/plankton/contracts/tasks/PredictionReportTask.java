package dev.plankton.contracts.tasks;

import dev.plankton.contracts.formats.ModelManifest;
import dev.plankton.contracts.formats.ReportSection;
import dev.plankton.contracts.ids.ArtifactId;
import java.util.List;

/** Writes the report on new images. */
public final class PredictionReportTask {
    public static final TaskType<Input, Output> TYPE = TaskType.of(
            "plankton_prediction_report",
            "Writes the report on new images that were classified or grouped.",
            Input.class,
            Output.class);

    private PredictionReportTask() {}

    /**
     * What to report.
     *
     * @param title the name under which the images were uploaded
     * @param model a {@link ModelManifest}
     * @param reason why that model was chosen; completes "because it is ..."
     * @param sections {@link ReportSection}s in order
     */
    public record Input(String title, ArtifactId model, String reason, List<ArtifactId> sections) {
        public Input {
            sections = List.copyOf(sections);
        }
    }

    /**
     * Where the report is.
     *
     * @param indexKey key of its page in the object store
     * @param files number of files in its folder, including the page
     */
    public record Output(String indexKey, int files) {}
}
