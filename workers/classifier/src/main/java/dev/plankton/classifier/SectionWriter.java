package dev.plankton.classifier;

import dev.plankton.drawing.ConfusionPicture;
import dev.plankton.drawing.ConfusionSvg;
import dev.plankton.runtime.formats.ReportSection;
import dev.plankton.runtime.formats.ReportSection.DataFile;
import dev.plankton.runtime.formats.ReportSection.Fact;
import dev.plankton.runtime.formats.ReportSection.Figure;
import dev.plankton.runtime.formats.ReportSection.Table;
import dev.plankton.runtime.measures.Confusion;
import dev.plankton.runtime.measures.Confusion.Pair;
import dev.plankton.runtime.store.ArtifactId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Lays the classifier's result out as a section of the report. */
final class SectionWriter {
    private static final int WIDTH = 760;
    private static final int HEIGHT = 380;
    private static final int NAMED = 3;
    private static final int WEAKEST_SHOWN = 8;
    private static final int PAIRS_SHOWN = 12;

    private final ClassifierResult result;
    private final String embeddings;
    private final List<Integer> order;
    private final Confusion confusion;
    private final ClassTables tables;
    private final Mistakes mistakes;
    private final ArtifactId model;
    private final Publisher publisher;

    /**
     * @param embeddings which ones were classified, in words
     * @param order the classes as the confusion matrix shows them, so that similar ones are neighbours
     */
    SectionWriter(
            ClassifierResult result,
            String embeddings,
            List<Integer> order,
            Mistakes mistakes,
            ArtifactId model,
            Publisher publisher) {
        this.result = result;
        this.embeddings = embeddings;
        this.order = order;
        this.confusion = result.confusion();
        this.tables = new ClassTables(result.classes(), confusion);
        this.mistakes = mistakes;
        this.model = model;
        this.publisher = publisher;
    }

    ReportSection write() throws IOException, InterruptedException {
        return new ReportSection("classifier", "Classifier", summary(), facts(), figures(), tables());
    }

    private String summary() {
        return ("A neural network was trained to tell the classes from the embeddings of %s, and kept as it was after epoch %d of %d, the best on validation images. It names the right class for %s of the %d test images. The weakest classes are %s.")
                .formatted(
                        embeddings,
                        result.bestEpoch(),
                        result.epochs().size(),
                        Numbers.percent(confusion.accuracy()),
                        mistakes.images(),
                        weakest());
    }

    private String weakest() {
        return confusion.weakestFirst().stream()
                .limit(NAMED)
                .map(c -> "%s (%s found)".formatted(result.classes().get(c), Numbers.percent(confusion.recall(c))))
                .collect(Collectors.joining(", "));
    }

    private List<Fact> facts() {
        List<Fact> facts = new ArrayList<>(List.of(
                new Fact("Test accuracy", Numbers.three(confusion.accuracy())),
                new Fact("Test macro-F1", Numbers.three(confusion.macroF1())),
                new Fact("Validation accuracy", Numbers.three(result.validationAccuracy())),
                new Fact(
                        "Best epoch",
                        "%d of %d".formatted(result.bestEpoch(), result.epochs().size()))));
        if (!confusion.weakestFirst().isEmpty()) {
            int weakest = confusion.weakestFirst().getFirst();
            facts.add(new Fact(
                    "Weakest class",
                    "%s (recall %s)"
                            .formatted(result.classes().get(weakest), Numbers.three(confusion.recall(weakest)))));
        }
        if (!confusion.confusedPairs().isEmpty()) {
            Pair pair = confusion.confusedPairs().getFirst();
            facts.add(new Fact(
                    "Most often confused",
                    "%s → %s (%d)"
                            .formatted(
                                    result.classes().get(pair.trueClass()),
                                    result.classes().get(pair.predictedClass()),
                                    pair.images())));
        }
        return facts;
    }

    private List<Figure> figures() throws IOException, InterruptedException {
        EpochCurves curves = new EpochCurves(result.epochs());
        DataFile epochs = publisher.csv("classifier-epochs.csv", EpochCurves.COLUMNS, curves.rows());
        List<Figure> figures = new ArrayList<>();
        figures.add(publisher.figure(
                "classifier-accuracy.png",
                "Accuracy after each epoch. Where the two lines part, the classifier begins to learn the training images by heart.",
                curves.accuracy().draw(WIDTH, HEIGHT),
                epochs));
        figures.add(publisher.figure(
                "classifier-loss.png",
                "Mean cross-entropy after each epoch.",
                curves.loss().draw(WIDTH, HEIGHT),
                epochs));
        figures.add(confusionMatrix());
        if (mistakes.pictured()) {
            figures.add(publisher.figure(
                    "classifier-mistakes.png",
                    "Misclassified test images, each with its true class, the class named instead and the probability given to it. Those of which the classifier was surest, one for each pair of classes.",
                    mistakes.picture()));
        }
        return figures;
    }

    private Figure confusionMatrix() throws IOException, InterruptedException {
        List<String> names = order.stream().map(result.classes()::get).toList();
        int[][] counts = confusion.ordered(order).counts();
        return publisher.svg(
                "classifier-confusion.svg",
                "Test images by their true class (row) and the class that the classifier names (column): what lies off the diagonal is an error. Classes that are similar to the network stand beside each other (leaf order of an average-linkage dendrogram of the class centroids of the training images), so that blocks along the diagonal are groups of classes that are hard to tell apart. Colours follow the logarithm of the count; point at a cell to read its classes and its share.",
                new ConfusionSvg(names, counts).text(),
                publisher.csv("classifier-confusion.csv", tables.matrixColumns(), tables.matrix()),
                publisher.png(
                        "classifier-confusion.png",
                        new ConfusionPicture("Classifier, test images", names, counts).draw()));
    }

    private List<Table> tables() throws IOException, InterruptedException {
        DataFile scores = publisher.csv("classifier-classes.csv", ClassTables.SCORES, tables.scores(Numbers::exact));
        DataFile errors = publisher.csv("classifier-errors.csv", Mistakes.COLUMNS, mistakes.rows());
        return List.of(
                new Table(
                        "The weakest classes: how many of their test images were found (recall), how many of those named so are right (precision), and what they were most often taken for instead. A recall out of few images says little.",
                        List.of("Class", "Test images", "Recall", "Precision", "Most often taken for (images)"),
                        tables.weakest(WEAKEST_SHOWN),
                        List.of(scores)),
                new Table(
                        "All classes on test images, the lowest recall first.",
                        List.of("Class", "Images", "Precision", "Recall", "F1"),
                        tables.scores(Numbers::three),
                        List.of(scores, new DataFile("classifier.zip", model))),
                new Table(
                        "The pairs of classes confused most often. All %d misclassified images, with their probabilities, are in classifier-errors.csv."
                                .formatted(mistakes.count()),
                        List.of("True class", "Taken for", "Images", "Share of the true class"),
                        tables.pairs().stream().limit(PAIRS_SHOWN).toList(),
                        List.of(errors)));
    }
}
