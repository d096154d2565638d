package dev.plankton.report;

import java.util.List;

/**
 * What to report.
 *
 * @param embeddings artifact id of an {@link dev.plankton.runtime.formats.EmbeddingsManifest}
 * @param sections artifact ids of {@link dev.plankton.runtime.formats.ReportSection}s, in the order of the page
 */
public record ReportInput(String embeddings, List<String> sections) {
    public ReportInput {
        sections = List.copyOf(sections);
    }
}
