package dev.plankton.steps.classifier;

import dev.plankton.contracts.Spelling;
import dev.plankton.contracts.formats.DatasetManifest;
import dev.plankton.contracts.formats.EmbeddingTable;
import dev.plankton.contracts.formats.EmbeddingsManifest;
import dev.plankton.contracts.formats.ModelManifest;
import dev.plankton.contracts.formats.ReportSection;
import dev.plankton.contracts.formats.Split;
import dev.plankton.contracts.ids.ArtifactId;
import dev.plankton.contracts.tasks.ClassifierTask;
import dev.plankton.contracts.tasks.TaskType;
import dev.plankton.engine.step.Step;
import dev.plankton.engine.step.StepContext;
import dev.plankton.network.classifier.Classifier;
import dev.plankton.network.classifier.Classifier.Trained;
import dev.plankton.network.classifier.SizeFeature;
import dev.plankton.network.engine.Engines;
import dev.plankton.network.engine.TrainingEngine;
import dev.plankton.numerics.linkage.LeafOrder;
import dev.plankton.numerics.measures.Confusion;
import dev.plankton.steps.classifier.measures.ClassCentroids;
import dev.plankton.steps.classifier.measures.Predictions;
import dev.plankton.steps.images.DatasetImages;
import dev.plankton.steps.kit.BestEmbeddings;
import dev.plankton.steps.kit.Classifiers;
import dev.plankton.steps.kit.Figures;
import dev.plankton.steps.kit.ImageSizes;
import dev.plankton.steps.kit.SectionFiles;
import dev.plankton.steps.kit.SizeChoice;
import dev.plankton.steps.kit.SizedVectors;
import dev.plankton.steps.kit.UnseenScores;
import dev.plankton.steps.kit.Vectors;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Trains a classifier on the best checkpoint's embeddings and measures it on the test images (SPEC 6). If classes were
 * held out, it also finds the score that best notices images of unknown classes (SPEC 11).
 *
 * <p>Reads the embeddings' manifest, the embeddings of its best checkpoint, those of held-out classes, the dataset's manifest and, for the picture
 * of misclassified images, a few of its images. Writes the classifier, its result as JSON, and the report's section
 * with pictures and tables. Unless the embeddings were made elsewhere, it also writes the {@link ModelManifest} with
 * which new images are classified. Idempotent because training draws everything from the seed, and the section is a
 * function of its result. Its largest limitation: classes are not weighted, so it learns rare classes less well than
 * common ones.
 */
public final class ClassifierStep implements Step<ClassifierTask.Input, ClassifierTask.Output> {
    private final Engines engines;

    public ClassifierStep(Engines engines) {
        this.engines = engines;
    }

    @Override
    public TaskType<ClassifierTask.Input, ClassifierTask.Output> type() {
        return ClassifierTask.TYPE;
    }

    @Override
    public int version() {
        return 10;
    }

    private TrainingEngine engine(ClassifierTask.Input input) {
        return engines.engine(input.trainingEngine());
    }

    /** The engine decides the last digits. */
    @Override
    public String fingerprint(ClassifierTask.Input input, StepContext context) {
        return Spelling.of(engine(input).name());
    }

    @Override
    public ClassifierTask.Output run(ClassifierTask.Input input, StepContext context)
            throws IOException, InterruptedException {
        BestEmbeddings best = BestEmbeddings.read(input.embeddings(), context);
        DatasetManifest dataset = best.dataset(context);
        Optional<SizeChoice> sizes = input.sizeFeature()
                ? Optional.of(SizeChoice.of(best.table(), ImageSizes.of(dataset, context)))
                : Optional.empty();
        Optional<SizeFeature> size = sizes.map(SizeChoice::size);
        EmbeddingTable embeddings = SizedVectors.of(size, best.table(), dataset, context);
        EmbeddingTable test = embeddings.only(Split.TEST);
        Trained trained = new ClassifierTraining(engine(input).perceptrons(), Classifiers.settings(input), context)
                .train(embeddings, size);
        ArtifactId saved;
        Predictions predictions;
        Optional<UnseenClasses> unseen = Optional.empty();
        try (Classifier classifier = trained.classifier()) {
            predictions = new Predictions(test.labels(), classifier.probabilities(test.vectors()));
            Path file = context.scratch().resolve("classifier.zip");
            classifier.save(file);
            saved = context.publish("classifier", file);
            Optional<EmbeddingTable> heldOut = best.unseen(context);
            if (heldOut.isPresent()) {
                UnseenScores scores = UnseenScores.of(Vectors.of(embeddings, Split.TRAIN), classifier::logits);
                unseen = Optional.of(UnseenClasses.measure(
                        scores, embeddings, SizedVectors.of(size, heldOut.get(), dataset.ofUnseen(), context)));
            }
        }
        context.checkCancelled();
        Confusion confusion = Confusion.of(
                test.labels(), predictions.predicted(), test.classes().size());
        ClassifierResult result;
        ArtifactId section;
        try (DatasetImages images = new DatasetImages(dataset, context.artifacts())) {
            Mistakes mistakes = new Mistakes(predictions, test, images);
            result = new ClassifierResult(
                    best.checkpoint().round(),
                    test.classes(),
                    trained.epochs(),
                    trained.bestEpoch(),
                    confusion,
                    mistakes.all(),
                    unseen.map(ClassifierRows::unseen).orElse(List.of()));
            List<Integer> order =
                    LeafOrder.of(ClassCentroids.distances(best.table().only(Split.TRAIN)));
            ReportSection written = new SectionWriter(
                            result,
                            best.manifest().bestInWords(),
                            order,
                            mistakes,
                            saved,
                            unseen,
                            sizes,
                            new SectionFiles(context))
                    .write();
            section = context.artifacts().publishJson("report-section", written);
        }
        context.log("Kept epoch %d: %s of the test images are classified correctly."
                .formatted(result.bestEpoch(), Figures.percent(confusion.accuracy())));
        return new ClassifierTask.Output(
                saved,
                wholeModel(best.manifest(), saved, result, context),
                section,
                context.artifacts().publishJson("classifier-result", result),
                result.validationAccuracy(),
                confusion.accuracy(),
                confusion.macroF1(),
                result.bestEpoch());
    }

    /**
     * Publishes the model for new images. For uploaded embeddings it publishes nothing, because there is no network to
     * embed new images with.
     */
    private static Optional<ArtifactId> wholeModel(
            EmbeddingsManifest manifest, ArtifactId classifier, ClassifierResult result, StepContext context)
            throws IOException, InterruptedException {
        return switch (manifest.origin()) {
            case EmbeddingsManifest.Trained(var training, var networks) ->
                Optional.of(context.artifacts()
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
                                        result.confusion().accuracy(),
                                        result.unseenScore())));
            case EmbeddingsManifest.Uploaded uploaded -> Optional.empty();
        };
    }

    @Override
    public void record(ClassifierTask.Input input, ClassifierTask.Output output, StepContext context)
            throws IOException, InterruptedException {
        ClassifierResult result = context.artifacts().fetchJson(output.result(), ClassifierResult.class);
        if (output.model().isPresent()) {
            ArtifactId id = output.model().get();
            ModelManifest model = context.artifacts().fetchJson(id, ModelManifest.class);
            context.history().models().made(ClassifierRows.model(context.runId(), id, model));
        }
        context.history().training().classifier(ClassifierRows.row(context.runId(), output.classifier(), result));
    }
}
