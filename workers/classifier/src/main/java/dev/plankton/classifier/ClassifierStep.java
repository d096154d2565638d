package dev.plankton.classifier;

import dev.plankton.classifier.measures.ClassCentroids;
import dev.plankton.classifier.measures.Predictions;
import dev.plankton.network.Classifier;
import dev.plankton.network.Classifier.Trained;
import dev.plankton.runtime.formats.DatasetImages;
import dev.plankton.runtime.formats.DatasetManifest;
import dev.plankton.runtime.formats.EmbeddingFile;
import dev.plankton.runtime.formats.EmbeddingTable;
import dev.plankton.runtime.formats.EmbeddingsManifest;
import dev.plankton.runtime.formats.ModelManifest;
import dev.plankton.runtime.formats.ReportSection;
import dev.plankton.runtime.formats.Split;
import dev.plankton.runtime.measures.Confusion;
import dev.plankton.runtime.measures.LeafOrder;
import dev.plankton.runtime.step.Step;
import dev.plankton.runtime.step.StepContext;
import dev.plankton.runtime.store.ArtifactId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Trains a classifier on the best checkpoint's embeddings and measures it on the test images (SPEC 6).
 *
 * <p>Reads the embeddings' manifest, the embeddings of its best checkpoint, the dataset's manifest and, for the picture
 * of mistakes, a few of its images. Writes the classifier, its result as JSON, unless the embeddings were made elsewhere the
 * {@link ModelManifest} with which new images are classified, and the report's section with pictures and tables. Idempotent because training draws everything from the seed and the section is a function of its result. Its
 * largest limitation: classes are not weighted, so that rare classes are learnt less well than common ones.
 */
public final class ClassifierStep implements Step<ClassifierInput, ClassifierOutput> {

    @Override
    public String taskType() {
        return "plankton_classifier";
    }

    @Override
    public int version() {
        return 4;
    }

    @Override
    public Class<ClassifierInput> inputType() {
        return ClassifierInput.class;
    }

    @Override
    public Class<ClassifierOutput> outputType() {
        return ClassifierOutput.class;
    }

    @Override
    public ClassifierOutput run(ClassifierInput input, StepContext context) throws IOException, InterruptedException {
        EmbeddingsManifest manifest =
                context.artifacts().fetchJson(new ArtifactId(input.embeddings()), EmbeddingsManifest.class);
        EmbeddingsManifest.Exported best = manifest.checkpoints().get(manifest.best());
        EmbeddingTable embeddings = EmbeddingFile.read(context.artifacts().fetch(best.embeddings()));
        EmbeddingTable test = embeddings.only(Split.TEST);
        Trained trained = new ClassifierTraining(input.settings(), context).train(embeddings);
        ArtifactId model;
        Predictions predictions;
        try (Classifier classifier = trained.classifier()) {
            predictions = new Predictions(test.labels(), classifier.probabilities(test.vectors()));
            Path file = context.scratch().resolve("classifier.zip");
            classifier.save(file);
            model = context.publish("classifier", file);
        }
        context.checkCancelled();
        Confusion confusion = Confusion.of(
                test.labels(), predictions.predicted(), test.classes().size());
        ClassifierResult result;
        ArtifactId section;
        DatasetManifest dataset = context.artifacts().fetchJson(manifest.dataset(), DatasetManifest.class);
        try (DatasetImages images = new DatasetImages(dataset, context.artifacts())) {
            Mistakes mistakes = new Mistakes(predictions, test, images);
            result = new ClassifierResult(
                    best.round(), test.classes(), trained.epochs(), trained.bestEpoch(), confusion, mistakes.all());
            List<Integer> order = LeafOrder.of(ClassCentroids.distances(embeddings.only(Split.TRAIN)));
            ReportSection written = new SectionWriter(
                            result, manifest.bestInWords(), order, mistakes, model, new Publisher(context))
                    .write();
            section = context.artifacts().publishJson("report-section", written);
        }
        context.log("Kept epoch %d: %s of the test images are classified rightly."
                .formatted(result.bestEpoch(), Numbers.percent(confusion.accuracy())));
        return new ClassifierOutput(
                model.sha256(),
                wholeModel(manifest, model, result, context),
                section.sha256(),
                context.artifacts().publishJson("classifier-result", result).sha256(),
                result.validationAccuracy(),
                confusion.accuracy(),
                confusion.macroF1(),
                result.bestEpoch());
    }

    /** Publishes what new images are classified with. @return its id, or blank if no network is known that embeds them */
    private static String wholeModel(
            EmbeddingsManifest manifest, ArtifactId classifier, ClassifierResult result, StepContext context)
            throws IOException, InterruptedException {
        return switch (manifest.origin()) {
            case EmbeddingsManifest.Trained(var training, var networks) ->
                context.artifacts()
                        .publishJson(
                                "model",
                                new ModelManifest(
                                        manifest.dataset(),
                                        training,
                                        result.round(),
                                        networks.get(manifest.best()),
                                        manifest.checkpoints()
                                                .get(manifest.best())
                                                .embeddings(),
                                        classifier,
                                        result.validationAccuracy(),
                                        result.confusion().accuracy()))
                        .sha256();
            case EmbeddingsManifest.Given given -> "";
        };
    }

    @Override
    public void record(ClassifierInput input, ClassifierOutput output, StepContext context) throws IOException {
        ClassifierResult result;
        try {
            result = context.artifacts().fetchJson(new ArtifactId(output.result()), ClassifierResult.class);
            if (!output.model().isBlank()) {
                ModelManifest model =
                        context.artifacts().fetchJson(new ArtifactId(output.model()), ModelManifest.class);
                context.history().model(ClassifierRows.model(context.runId(), output.model(), model));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while reading the classifier's result", e);
        }
        context.history().classifier(ClassifierRows.row(context.runId(), output.classifier(), result));
    }
}
