package dev.plankton.predict;

import dev.plankton.db.rows.ClassificationRow;
import dev.plankton.network.Classifier;
import dev.plankton.network.Embedder;
import dev.plankton.network.Engine;
import dev.plankton.runtime.Spelling;
import dev.plankton.runtime.dataset.DatasetEmbedding;
import dev.plankton.runtime.formats.DatasetImages;
import dev.plankton.runtime.formats.DatasetManifest;
import dev.plankton.runtime.formats.EmbeddingFile;
import dev.plankton.runtime.formats.EmbeddingTable;
import dev.plankton.runtime.formats.ModelManifest;
import dev.plankton.runtime.step.Step;
import dev.plankton.runtime.step.StepContext;
import dev.plankton.runtime.store.ArtifactId;
import java.io.IOException;

/**
 * Classifies new images with a model: a class with the classifier's probability, the nearest labelled images, and a flag
 * for what lies farther from these than nearly all validation images do.
 *
 * <p>Reads the {@link ModelManifest} with its checkpoint, embeddings and classifier, the preprocessed new images, and
 * for the pictures some of the images that the model was made of. Writes tables (CSV, Parquet, a TSV for EcoTaxa),
 * contact sheets and a {@link dev.plankton.runtime.formats.ReportSection}. Idempotent because all that it reads is named
 * by its digest.
 *
 * <p>Largest limitation: probabilities are the classifier's own, not calibrated, and a class that the model has never
 * seen is recognised by its distance alone.
 */
public final class PredictStep implements Step<PredictInput, PredictOutput> {

    @Override
    public String taskType() {
        return "plankton_predict";
    }

    @Override
    public int version() {
        return 2;
    }

    @Override
    public Class<PredictInput> inputType() {
        return PredictInput.class;
    }

    @Override
    public Class<PredictOutput> outputType() {
        return PredictOutput.class;
    }

    @Override
    public boolean exclusive() {
        return true;
    }

    @Override
    public PredictOutput run(PredictInput input, StepContext context) throws IOException, InterruptedException {
        ModelManifest model = context.artifacts().fetchJson(input.model(), ModelManifest.class);
        EmbeddingTable learnt = EmbeddingFile.read(context.artifacts().fetch(model.embeddings()));
        NewImages images = NewImages.gather(input, context);
        float[][] vectors = embed(input, model, images, context);
        float[][] probabilities;
        try (Classifier classifier = Classifier.open(context.artifacts().fetch(model.classifier()))) {
            probabilities = classifier.probabilities(vectors);
        }
        Predictions predictions = Predictions.of(images, vectors, probabilities, learnt, input.farQuantile());
        Summary summary = Summary.of(images.manifest().name(), predictions);
        context.log("Classified %,d images; %,d of them lie far from all labelled images."
                .formatted(summary.images(), summary.far()));
        DatasetManifest labelled = context.artifacts().fetchJson(model.dataset(), DatasetManifest.class);
        try (DatasetImages ours = new DatasetImages(images.manifest(), context.artifacts());
                DatasetImages theirs = new DatasetImages(labelled, context.artifacts())) {
            Pictures pictures = new Pictures(predictions, learnt, ours, theirs, input.sheetImages());
            Tables tables = new Tables(predictions, learnt, labelled, context);
            PredictionSection section =
                    new PredictionSection(images, model, input.farQuantile(), summary, pictures, tables, context);
            return new PredictOutput(
                    context.artifacts()
                            .publishJson("report-section", section.write(predictions))
                            .sha256(),
                    context.artifacts().publishJson("classification", summary).sha256(),
                    summary.images(),
                    summary.far(),
                    images.manifest().leftOut().size());
        }
    }

    private static float[][] embed(PredictInput input, ModelManifest model, NewImages images, StepContext context)
            throws IOException, InterruptedException {
        Engine engine = Spelling.parse(Engine.class, "engine", input.engine());
        try (Embedder embedder = Embedder.open(context.artifacts().fetch(model.checkpoint()), engine)) {
            return DatasetEmbedding.embed(images.manifest(), embedder::embed, context)
                    .vectors();
        }
    }

    @Override
    public void record(PredictInput input, PredictOutput output, StepContext context)
            throws IOException, InterruptedException {
        Summary summary = context.artifacts().fetchJson(new ArtifactId(output.result()), Summary.class);
        context.history()
                .classification(new ClassificationRow(
                        context.runId(),
                        input.model().sha256(),
                        summary.name(),
                        summary.images(),
                        summary.far(),
                        summary.threshold(),
                        summary.classes().stream()
                                .map(count -> new ClassificationRow.ClassCount(
                                        count.name(), count.images(), count.far(), count.meanConfidence()))
                                .toList()));
    }
}
