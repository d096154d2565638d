package dev.plankton.contracts.tasks;

import dev.plankton.contracts.formats.EmbeddingsManifest;
import dev.plankton.contracts.formats.ReportSection;
import dev.plankton.contracts.ids.ArtifactId;
import java.util.List;

/** Writes the report of a run (SPEC 10). */
public final class ReportTask {
    public static final TaskType<Input, Output> TYPE = TaskType.of(
            "plankton_report",
            "Gathers all sections into a report that opens in a browser.",
            Input.class,
            Output.class);

    private ReportTask() {}

    /**
     * What to report.
     *
     * @param embeddings an {@link EmbeddingsManifest}
     * @param sections {@link ReportSection}s in the order of the page
     */
    public record Input(ArtifactId embeddings, List<ArtifactId> sections) {
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
