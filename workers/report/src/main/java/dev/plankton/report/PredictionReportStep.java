package dev.plankton.report;

import dev.plankton.report.page.Page;
import dev.plankton.runtime.formats.ModelManifest;
import dev.plankton.runtime.formats.ReportSection;
import dev.plankton.runtime.formats.ReportSection.Fact;
import dev.plankton.runtime.step.Step;
import dev.plankton.runtime.step.StepContext;
import dev.plankton.runtime.store.ArtifactId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes the page of new images that were classified: a folder like the report's, with what their predictions' section
 * holds and where the model comes from.
 *
 * <p>Reads the sections with all files that they name, and the {@link ModelManifest}. Writes the folder {@code
 * predictions/<first 16 digits of the step's key>/} of the object store, its page last. Idempotent because folder and
 * files are a function of the input. Its largest limitation is the report's: a folder that someone deletes is not missed.
 */
public final class PredictionReportStep implements Step<PredictionReportInput, ReportOutput> {
    private static final int KEY_DIGITS = 16;

    @Override
    public String taskType() {
        return "plankton_prediction_report";
    }

    @Override
    public int version() {
        return 2;
    }

    @Override
    public Class<PredictionReportInput> inputType() {
        return PredictionReportInput.class;
    }

    @Override
    public Class<ReportOutput> outputType() {
        return ReportOutput.class;
    }

    @Override
    public ReportOutput run(PredictionReportInput input, StepContext context) throws IOException, InterruptedException {
        ReportFolder folder = new ReportFolder(context);
        List<ReportSection> sections = new ArrayList<>();
        for (String section : input.sections()) {
            sections.add(context.artifacts().fetchJson(new ArtifactId(section), ReportSection.class));
        }
        for (ReportSection section : sections) {
            folder.addFiles(section);
        }
        sections.add(model(input, context));
        folder.writePage(Page.html("Plankton predictions", input.title(), sections, folder.pictureSizes()));
        String prefix = "predictions/" + context.key().substring(0, KEY_DIGITS) + "/";
        folder.upload(prefix);
        context.log("The page and its %d files are at %s%s.".formatted(folder.files(), prefix, ReportFolder.PAGE));
        return new ReportOutput(prefix + ReportFolder.PAGE, folder.files());
    }

    private static ReportSection model(PredictionReportInput input, StepContext context)
            throws IOException, InterruptedException {
        ModelManifest model = context.artifacts().fetchJson(new ArtifactId(input.model()), ModelManifest.class);
        List<Fact> facts = List.of(
                new Fact("Model", input.model()),
                new Fact("Training", model.training().sha256()),
                new Fact("Dataset", model.dataset().sha256()),
                new Fact("Checkpoint", model.checkpoint().sha256()),
                new Fact("Classifier", model.classifier().sha256()));
        String summary = "The model was taken because it is %s. These are the artifacts that it is made of."
                .formatted(input.reason());
        return new ReportSection("model", "The model", summary, facts, List.of(), List.of());
    }
}
