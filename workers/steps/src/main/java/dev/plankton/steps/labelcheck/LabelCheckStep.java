package dev.plankton.steps.labelcheck;

import dev.plankton.contracts.Spelling;
import dev.plankton.contracts.formats.DatasetManifest;
import dev.plankton.contracts.formats.EmbeddingTable;
import dev.plankton.contracts.formats.EmbeddingsManifest;
import dev.plankton.contracts.formats.ReportSection;
import dev.plankton.contracts.ids.ArtifactId;
import dev.plankton.contracts.json.Json;
import dev.plankton.contracts.tasks.LabelCheckTask;
import dev.plankton.contracts.tasks.TaskType;
import dev.plankton.db.rows.LabelCheckRow;
import dev.plankton.engine.step.Step;
import dev.plankton.engine.step.StepContext;
import dev.plankton.network.classifier.SizeFeature;
import dev.plankton.network.engine.Engines;
import dev.plankton.network.engine.TrainingEngine;
import dev.plankton.numerics.labels.LikelyError;
import dev.plankton.steps.images.DatasetImages;
import dev.plankton.steps.kit.BestEmbeddings;
import dev.plankton.steps.kit.Classifiers;
import dev.plankton.steps.kit.ImageSizes;
import dev.plankton.steps.kit.SectionFiles;
import dev.plankton.steps.kit.SizeChoice;
import dev.plankton.steps.kit.SizedVectors;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Lists training and validation images whose label is likely wrong: a classifier that was not trained on the image
 * confidently takes it for another class, and most of its nearest images are of that class (SPEC 12). Nothing is
 * relabelled: a proposal is a reason to look at the image, never a correction.
 *
 * <p>Reads the {@link EmbeddingsManifest}, the embeddings of its best checkpoint, the dataset's manifest, a few of its
 * images for the picture, and the import that the dataset was made from, for the names of EcoTaxa's objects. Writes a
 * {@link ReportSection} with its tables and a {@link LabelCheckResult}. Idempotent because sample, folds and classifiers
 * are drawn from the seed, and the fingerprint names the engine and the import.
 *
 * <p>Largest limitation: the embedding itself was trained with these labels, so errors that it has learnt by heart are
 * missed; only the classifiers and the neighbours are cross-validated.
 */
public final class LabelCheckStep implements Step<LabelCheckTask.Input, LabelCheckTask.Output> {
    /** Classifying and comparing takes time and memory for each image. */
    private static final int MOST_IMAGES = 50_000;

    private final Engines engines;

    public LabelCheckStep(Engines engines) {
        this.engines = engines;
    }

    @Override
    public TaskType<LabelCheckTask.Input, LabelCheckTask.Output> type() {
        return LabelCheckTask.TYPE;
    }

    @Override
    public int version() {
        return 1;
    }

    private TrainingEngine engine(LabelCheckTask.Input input) {
        return engines.engine(input.trainingEngine());
    }

    /** The engine decides the last digits. The dataset does not name its import; the run history does. */
    @Override
    public String fingerprint(LabelCheckTask.Input input, StepContext context)
            throws IOException, InterruptedException {
        EmbeddingsManifest manifest = context.artifacts().fetchJson(input.embeddings(), EmbeddingsManifest.class);
        List<String> imports = UploadedObjects.imports(manifest.dataset(), context).stream()
                .map(ArtifactId::sha256)
                .toList();
        return Json.digest(Spelling.of(engine(input).name()), String.join(",", imports));
    }

    @Override
    public LabelCheckTask.Output run(LabelCheckTask.Input input, StepContext context)
            throws IOException, InterruptedException {
        BestEmbeddings best = BestEmbeddings.read(input.embeddings(), context);
        DatasetManifest dataset = best.dataset(context);
        Optional<SizeFeature> size = input.sizeFeature()
                ? Optional.of(SizeChoice.of(best.table(), ImageSizes.of(dataset, context))
                        .size())
                : Optional.empty();
        EmbeddingTable embeddings = SizedVectors.of(size, best.table(), dataset, context);
        CheckedImages images = CheckedImages.of(embeddings, MOST_IMAGES, input.seed());
        List<LikelyError> found = new CrossValidation(
                        engine(input).perceptrons(), Classifiers.settings(input), size, context)
                .likelyErrors(images.table(), input.seed());
        try (DatasetImages pictures = new DatasetImages(dataset, context.artifacts())) {
            UploadedObjects objects = UploadedObjects.find(best.manifest().dataset(), context);
            LabelCheckResult result = LabelCheckResult.of(best.checkpoint().round(), images, found, pictures, objects);
            ReportSection section = new LabelCheckSection(
                            result, best.manifest().bestInWords(), objects, pictures, new SectionFiles(context))
                    .write();
            context.log("Checked the labels of %,d images; %,d are likely wrong."
                    .formatted(result.checked(), found.size()));
            return new LabelCheckTask.Output(
                    context.artifacts().publishJson("report-section", section),
                    context.artifacts().publishJson("label-check", result),
                    result.checked(),
                    found.size());
        }
    }

    @Override
    public void record(LabelCheckTask.Input input, LabelCheckTask.Output output, StepContext context)
            throws IOException, InterruptedException {
        LabelCheckResult result = context.artifacts().fetchJson(output.result(), LabelCheckResult.class);
        context.history()
                .training()
                .labelCheck(new LabelCheckRow(
                        context.runId(),
                        result.round(),
                        result.labelled(),
                        result.checked(),
                        result.errors().stream()
                                .map(error -> new LabelCheckRow.LikelyError(
                                        error.image(),
                                        error.source(),
                                        error.objectId(),
                                        error.given(),
                                        error.proposed(),
                                        error.probability(),
                                        error.probabilityOfGiven(),
                                        error.share()))
                                .toList()));
    }
}
