package dev.plankton.steps.predict;

import dev.plankton.contracts.formats.DatasetManifest;
import dev.plankton.contracts.formats.EmbeddingFile;
import dev.plankton.contracts.formats.EmbeddingTable;
import dev.plankton.contracts.formats.ModelManifest;
import dev.plankton.contracts.tasks.PredictTask;
import dev.plankton.contracts.tasks.TaskType;
import dev.plankton.db.rows.ClassificationRow;
import dev.plankton.engine.step.Step;
import dev.plankton.engine.step.StepContext;
import dev.plankton.network.classifier.Classifier;
import dev.plankton.network.embedding.Embedders;
import dev.plankton.network.engine.Engines;
import dev.plankton.steps.images.DatasetImages;
import dev.plankton.steps.images.Datasets;
import dev.plankton.steps.kit.SectionFiles;
import dev.plankton.steps.kit.SizedVectors;
import dev.plankton.steps.newimages.LabelledNeighbours;
import dev.plankton.steps.newimages.ModelEmbedding;
import dev.plankton.steps.newimages.NewImages;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Classifies new images with a model. Each image gets a class with the classifier's probability and its nearest
 * labelled images. It is flagged if the score of unknown images that suits the model best is higher than for nearly all
 * validation images: without held-out classes, the distance to these neighbours.
 *
 * <p>Reads the {@link ModelManifest} with its checkpoint, embeddings and classifier, the preprocessed new images, and
 * for the pictures some of the images that the model was made of. Writes tables (CSV, Parquet, a TSV for EcoTaxa),
 * contact sheets and a {@link dev.plankton.contracts.formats.ReportSection}. Idempotent because all that it reads is
 * named by its digest.
 *
 * <p>Largest limitation: the classifier's probabilities are not calibrated, and images of a class that the model has
 * never seen can be recognised only by such a score.
 */
public final class PredictStep implements Step<PredictTask.Input, PredictTask.Output> {
    private final Engines engines;
    private final Embedders embedders;

    public PredictStep(Engines engines, Embedders embedders) {
        this.engines = engines;
        this.embedders = embedders;
    }

    @Override
    public TaskType<PredictTask.Input, PredictTask.Output> type() {
        return PredictTask.TYPE;
    }

    @Override
    public int version() {
        return 5;
    }

    @Override
    public boolean exclusive() {
        return true;
    }

    @Override
    public PredictTask.Output run(PredictTask.Input input, StepContext context)
            throws IOException, InterruptedException {
        ModelManifest model = context.artifacts().fetchJson(input.model(), ModelManifest.class);
        EmbeddingTable learnt = EmbeddingFile.read(context.artifacts().fetch(model.embeddings()));
        DatasetManifest labelled = Datasets.read(model.dataset(), context);
        NewImages images = NewImages.gather(input.imported(), input.shards().values(), input.side(), context);
        float[][] embedded = ModelEmbedding.embed(model, input.engine(), images, embedders, context);
        float[][] probabilities;
        LabelledNeighbours neighbours;
        Path trained = context.artifacts().fetch(model.classifier());
        try (Classifier classifier = Classifier.open(engines.any().perceptrons(), trained)) {
            float[][] vectors = SizedVectors.of(classifier.size(), embedded, images.manifest(), context);
            probabilities = classifier.probabilities(vectors);
            neighbours = LabelledNeighbours.of(
                    vectors,
                    model,
                    SizedVectors.of(classifier.size(), learnt, labelled, context),
                    classifier,
                    input.farQuantile());
        }
        Predictions predictions = Predictions.of(images, probabilities, learnt.classes(), neighbours);
        Summary summary = Summary.of(images.manifest().name(), predictions);
        context.log("Classified %,d images; %,d of them are flagged, because no class seems to claim them."
                .formatted(summary.images(), summary.far()));
        try (DatasetImages ours = new DatasetImages(images.manifest(), context.artifacts());
                DatasetImages theirs = new DatasetImages(labelled, context.artifacts())) {
            SectionFiles files = new SectionFiles(context);
            Pictures pictures = new Pictures(predictions, learnt, ours, theirs, input.sheetImages());
            Tables tables = new Tables(predictions, learnt, labelled, files);

            PredictionSection section = new PredictionSection(images, model, input, summary, pictures, tables, files);
            return new PredictTask.Output(
                    context.artifacts().publishJson("report-section", section.write(predictions)),
                    context.artifacts().publishJson("classification", summary),
                    summary.images(),
                    summary.far(),
                    images.manifest().leftOut().size());
        }
    }

    @Override
    public void record(PredictTask.Input input, PredictTask.Output output, StepContext context)
            throws IOException, InterruptedException {
        Summary summary = context.artifacts().fetchJson(output.result(), Summary.class);
        context.history()
                .models()
                .classified(new ClassificationRow(
                        context.runId(),
                        input.model(),
                        summary.name(),
                        summary.images(),
                        summary.far(),
                        summary.threshold(),
                        summary.score(),
                        summary.classes().stream()
                                .map(count -> new ClassificationRow.ClassCount(
                                        count.name(), count.images(), count.far(), count.meanConfidence()))
                                .toList()));
    }
}
