package dev.plankton.steps.report;

import dev.plankton.contracts.formats.DatasetManifest;
import dev.plankton.contracts.formats.EmbeddingsManifest;
import dev.plankton.contracts.formats.Evaluation;
import dev.plankton.contracts.formats.ReportSection;
import dev.plankton.contracts.formats.TrainingManifest;
import dev.plankton.contracts.ids.ArtifactId;
import dev.plankton.contracts.ids.StoreKeys;
import dev.plankton.contracts.json.Json;
import dev.plankton.contracts.tasks.ReportTask;
import dev.plankton.contracts.tasks.TaskType;
import dev.plankton.engine.step.Step;
import dev.plankton.engine.step.StepContext;
import dev.plankton.steps.images.DatasetImages;
import dev.plankton.steps.images.Datasets;
import dev.plankton.steps.report.page.Background;
import dev.plankton.steps.report.page.Page;
import dev.plankton.steps.report.page.ReportContent;
import dev.plankton.steps.report.page.RunRecords;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes the report: one folder of static HTML, pictures and data files. All links stay inside the folder (SPEC 10).
 *
 * <p>Reads the manifests of embeddings, dataset and training (or the evaluation of uploaded vectors), the sections with
 * all files that they name, example images of each class, the evaluations, and from the run history the run's settings,
 * lost attempts and the sources of figures. Writes the folder {@link StoreKeys#reportFolder} of the object store, its
 * page last, so a folder with a page is complete. Each file is an artifact too. Idempotent because folder and files are
 * a function of the input, and writing them again changes nothing. Its largest limitation: if someone deletes the
 * folder from the store, starting the same run again does not write it again.
 */
public final class ReportStep implements Step<ReportTask.Input, ReportTask.Output> {
    @Override
    public TaskType<ReportTask.Input, ReportTask.Output> type() {
        return ReportTask.TYPE;
    }

    @Override
    public int version() {
        return 4;
    }

    /**
     * What the run history says about the run: the pages of two runs differ if their records differ, for example in
     * lost attempts.
     */
    @Override
    public String fingerprint(ReportTask.Input input, StepContext context) throws IOException, InterruptedException {
        EmbeddingsManifest embeddings = context.artifacts().fetchJson(input.embeddings(), EmbeddingsManifest.class);
        return Json.digest(Json.text(records(embeddings, sections(input, context), context)));
    }

    private RunRecords records(
            EmbeddingsManifest embeddings, Map<ArtifactId, ReportSection> sections, StepContext context)
            throws IOException {
        return new RecordReader(context.history(), context.runId(), type().name()).read(embeddings, sections);
    }

    /** The sections by their artifact ids, in the order of the page. */
    private static Map<ArtifactId, ReportSection> sections(ReportTask.Input input, StepContext context)
            throws IOException, InterruptedException {
        Map<ArtifactId, ReportSection> sections = new LinkedHashMap<>();
        for (ArtifactId section : input.sections()) {
            sections.put(section, context.artifacts().fetchJson(section, ReportSection.class));
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
            case Background.Uploaded uploaded -> List.of(uploaded.evaluation());
        };
    }

    @Override
    public ReportTask.Output run(ReportTask.Input input, StepContext context) throws IOException, InterruptedException {
        ReportFolder folder = new ReportFolder(context);
        ReportContent content = content(input, folder, context);
        folder.writePage(Page.html(content));
        String prefix = StoreKeys.reportFolder(context.key());
        folder.upload(prefix);
        context.log("The report of %d files is at %s%s.".formatted(folder.files(), prefix, ReportFolder.PAGE));
        return new ReportTask.Output(prefix + ReportFolder.PAGE, folder.files());
    }

    private ReportContent content(ReportTask.Input input, ReportFolder folder, StepContext context)
            throws IOException, InterruptedException {
        ArtifactId id = input.embeddings();
        EmbeddingsManifest embeddings = context.artifacts().fetchJson(id, EmbeddingsManifest.class);
        DatasetManifest dataset = Datasets.read(embeddings.dataset(), context);
        Background background = background(embeddings, context);
        Map<ArtifactId, ReportSection> sections = sections(input, context);
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
            case EmbeddingsManifest.Uploaded(var name, var id) ->
                new Background.Uploaded(name, id, context.artifacts().fetchJson(id, Evaluation.class));
        };
    }
}
