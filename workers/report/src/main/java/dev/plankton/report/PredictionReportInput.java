package dev.plankton.report;

import java.util.List;

/**
 * @param title the name under which the images were uploaded
 * @param model artifact id of the {@link dev.plankton.runtime.formats.ModelManifest}
 * @param reason why that model was taken, as half a sentence
 * @param sections artifact ids of {@link dev.plankton.runtime.formats.ReportSection}s, in order
 */
public record PredictionReportInput(String title, String model, String reason, List<String> sections) {
    public PredictionReportInput {
        sections = List.copyOf(sections);
    }
}
