package dev.plankton.report;

import dev.plankton.report.page.Background;
import dev.plankton.report.page.Page;
import dev.plankton.report.page.ReportContent;
import dev.plankton.report.page.RunRecords;
import dev.plankton.runtime.Json;
import dev.plankton.runtime.formats.DatasetImages;
import dev.plankton.runtime.formats.DatasetManifest;
import dev.plankton.runtime.formats.EmbeddingsManifest;
import dev.plankton.runtime.formats.Evaluation;
import dev.plankton.runtime.formats.ReportSection;
import dev.plankton.runtime.formats.TrainingManifest;
import dev.plankton.runtime.step.Step;
import dev.plankton.runtime.step.StepContext;
import dev.plankton.runtime.store.ArtifactId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes the report: one folder of static HTML, pictures and data files, with links inside the folder alone (SPEC 10).
 *
 * <p>Reads the manifests of embeddings, dataset and training (or the evaluation of given vectors), the sections with all files that they name, example
 * images of each class, the evaluations, and from the run history the run's settings, lost attempts and the sources of figures. Writes the folder {@code reports/<first 16 digits of the step's key>/} of the object store, its
 * page last, so that a folder with a page is whole; each file is an artifact too. Idempotent because folder and files
 * are a function of the input, and writing them again changes nothing. Its largest limitation: a folder that someone
 * deletes from the store is not missed when the same run is started again.
 */
public final class ReportStep implements Step<ReportInput, ReportOutput> {
    private static final int KEY_DIGITS = 16;

    @Override
    public String taskType() {
        return "plankton_report";
    }

    @Override
    public int version() {
        return 2;
    }

    @Override
    public Class<ReportInput> inputType() {
        return ReportInput.class;
    }

    @Override
    public Class<ReportOutput> outputType() {
        return ReportOutput.class;
    }

    /** What the run history says of the run: pages of two runs differ if one of them was in trouble. */
    @Override
    public String fingerprint(ReportInput input, StepContext context) throws IOException, InterruptedException {
        EmbeddingsManifest embeddings =
                context.artifacts().fetchJson(new ArtifactId(input.embeddings()), EmbeddingsManifest.class);
        return Json.digest(Json.text(records(embeddings, sections(input, context), context)));
    }

    private RunRecords records(EmbeddingsManifest embeddings, Map<String, ReportSection> sections, StepContext context)
            throws IOException {
        return new RecordReader(context.history(), context.runId(), taskType()).read(embeddings, sections);
    }

    /** The sections by their artifact ids, in the order of the page. */
    private static Map<String, ReportSection> sections(ReportInput input, StepContext context)
            throws IOException, InterruptedException {
        Map<String, ReportSection> sections = new LinkedHashMap<>();
        for (String section : input.sections()) {
            sections.put(section, context.artifacts().fetchJson(new ArtifactId(section), ReportSection.class));
        }
        return sections;
    }

    private static List<Evaluation> evaluations(Background background, StepContext context)
            throws IOException, InterruptedException {
        return switch (background) {
            case Background.Trained trained -> {
                List<Evaluation> evaluations = new ArrayList<>();
                for (TrainingManifest.Checkpoint checkpoint : trained.training().checkpoints()) {
                    evaluations.add(context.artifacts().fetchJson(checkpoint.evaluation(), Evaluation.class));
                }
                yield evaluations;
            }
            case Background.Given given -> List.of(given.evaluation());
        };
    }

    @Override
    public ReportOutput run(ReportInput input, StepContext context) throws IOException, InterruptedException {
        ReportFolder folder = new ReportFolder(context);
        ReportContent content = content(input, folder, context);
        folder.writePage(Page.html(content));
        String prefix = "reports/" + context.key().substring(0, KEY_DIGITS) + "/";
        folder.upload(prefix);
        context.log("The report of %d files is at %s%s.".formatted(folder.files(), prefix, ReportFolder.PAGE));
        return new ReportOutput(prefix + ReportFolder.PAGE, folder.files());
    }

    private ReportContent content(ReportInput input, ReportFolder folder, StepContext context)
            throws IOException, InterruptedException {
        ArtifactId id = new ArtifactId(input.embeddings());
        EmbeddingsManifest embeddings = context.artifacts().fetchJson(id, EmbeddingsManifest.class);
        DatasetManifest dataset = context.artifacts().fetchJson(embeddings.dataset(), DatasetManifest.class);
        Background background = background(embeddings, context);
        Map<String, ReportSection> sections = sections(input, context);
        for (ReportSection section : sections.values()) {
            folder.addFiles(section);
        }
        DatasetFiles datasetFiles = new DatasetFiles(dataset, folder);
        try (DatasetImages images = new DatasetImages(dataset, context.artifacts())) {
            return new ReportContent(
                    dataset,
                    background,
                    embeddings,
                    id,
                    evaluations(background, context),
                    List.copyOf(sections.values()),
                    records(embeddings, sections, context),
                    images.any() ? datasetFiles.examples(images, context) : List.of(),
                    datasetFiles.tables(),
                    new ModelFiles(embeddings, folder).add(),
                    folder.pictureSizes());
        }
    }

    private static Background background(EmbeddingsManifest embeddings, StepContext context)
            throws IOException, InterruptedException {
        return switch (embeddings.origin()) {
            case EmbeddingsManifest.Trained(var id, var networks) -> {
                TrainingManifest training = context.artifacts().fetchJson(id, TrainingManifest.class);
                int round = embeddings.checkpoints().get(embeddings.best()).round();
                yield new Background.Trained(
                        id,
                        training,
                        training.checkpoints().stream()
                                .filter(checkpoint -> checkpoint.round() == round)
                                .findFirst()
                                .orElseThrow(() -> new IOException("the training holds no round " + round)));
            }
            case EmbeddingsManifest.Given(var name, var id) ->
                new Background.Given(name, id, context.artifacts().fetchJson(id, Evaluation.class));
        };
    }
}
