package dev.plankton.steps.report;

import dev.plankton.contracts.formats.ModelManifest;
import dev.plankton.contracts.formats.ReportSection;
import dev.plankton.contracts.formats.ReportSection.Fact;
import dev.plankton.contracts.ids.ArtifactId;
import dev.plankton.contracts.ids.StoreKeys;
import dev.plankton.contracts.tasks.PredictionReportTask;
import dev.plankton.contracts.tasks.TaskType;
import dev.plankton.engine.step.Step;
import dev.plankton.engine.step.StepContext;
import dev.plankton.steps.report.page.Page;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Writes the page about new images that were classified or put into groups: a folder like the report's, with the section
 * on them and the artifacts of the model.
 *
 * <p>Reads the sections with all files that they name, and the {@link ModelManifest}. Writes the folder
 * {@link StoreKeys#predictionFolder} of the object store, its page last. Idempotent because folder and files are a
 * function of the input. Its largest limitation is that of the report: if someone deletes the folder, starting the same
 * run again does not write it again.
 */
public final class PredictionReportStep implements Step<PredictionReportTask.Input, PredictionReportTask.Output> {
    @Override
    public TaskType<PredictionReportTask.Input, PredictionReportTask.Output> type() {
        return PredictionReportTask.TYPE;
    }

    @Override
    public int version() {
        return 3;
    }

    @Override
    public PredictionReportTask.Output run(PredictionReportTask.Input input, StepContext context)
            throws IOException, InterruptedException {
        ReportFolder folder = new ReportFolder(context);
        List<ReportSection> sections = new ArrayList<>();
        for (ArtifactId section : input.sections()) {
            sections.add(context.artifacts().fetchJson(section, ReportSection.class));
        }
        for (ReportSection section : sections) {
            folder.addFiles(section);
        }
        sections.add(model(input, context));
        folder.writePage(Page.html(kicker(sections), input.title(), sections, folder.pictureSizes()));
        String prefix = StoreKeys.predictionFolder(context.key());
        folder.upload(prefix);
        context.log("The report of %d files is at %s%s.".formatted(folder.files(), prefix, ReportFolder.PAGE));
        return new PredictionReportTask.Output(prefix + ReportFolder.PAGE, folder.files());
    }

    /** What the page is about, over its title: what its first section is about. */
    private static String kicker(List<ReportSection> sections) {
        return "Plankton " + sections.getFirst().title().toLowerCase(Locale.ROOT);
    }

    private static ReportSection model(PredictionReportTask.Input input, StepContext context)
            throws IOException, InterruptedException {
        ModelManifest model = context.artifacts().fetchJson(input.model(), ModelManifest.class);
        List<Fact> facts = List.of(
                new Fact("Model", input.model().sha256()),
                new Fact("Training", model.training().sha256()),
                new Fact("Dataset", model.dataset().sha256()),
                new Fact("Checkpoint", model.checkpoint().sha256()),
                new Fact("Classifier", model.classifier().sha256()));
        String summary =
                "This model was used because it is %s. It consists of these artifacts.".formatted(input.reason());
        return new ReportSection("model", "The model", summary, facts, List.of(), List.of());
    }
}
