package dev.plankton.steps.classifier;

import dev.plankton.contracts.formats.ReportSection;
import dev.plankton.contracts.formats.ReportSection.DataFile;
import dev.plankton.contracts.formats.ReportSection.Fact;
import dev.plankton.contracts.formats.ReportSection.Figure;
import dev.plankton.contracts.formats.ReportSection.Table;
import dev.plankton.contracts.formats.SizeUnit;
import dev.plankton.contracts.ids.ArtifactId;
import dev.plankton.drawing.ConfusionPicture;
import dev.plankton.drawing.ConfusionSvg;
import dev.plankton.numerics.measures.AccuracyInterval;
import dev.plankton.numerics.measures.Confusion;
import dev.plankton.numerics.measures.Confusion.Pair;
import dev.plankton.steps.kit.Figures;
import dev.plankton.steps.kit.SectionFiles;
import dev.plankton.steps.kit.SizeChoice;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes the report's section on the classifier. */
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
    private final Optional<UnseenReport> unseen;
    private final Optional<SizeChoice> sizes;
    private final SectionFiles files;

    /**
     * @param embeddings describes the embeddings that were classified, such as "the best checkpoint (round 3)"
     * @param unseen how well images of held-out classes are noticed, if there are any
     * @param sizes what the size of an image counts, if it entered
     * @param order the order of the classes in the confusion matrix, with similar classes next to each other
     */
    SectionWriter(
            ClassifierResult result,
            String embeddings,
            List<Integer> order,
            Mistakes mistakes,
            ArtifactId model,
            Optional<UnseenClasses> unseen,
            Optional<SizeChoice> sizes,
            SectionFiles files) {
        this.result = result;
        this.embeddings = embeddings;
        this.order = order;
        this.confusion = result.confusion();
        this.tables = new ClassTables(result.classes(), confusion);
        this.mistakes = mistakes;
        this.model = model;
        this.unseen = unseen.map(measured -> new UnseenReport(measured, files));
        this.sizes = sizes;
        this.files = files;
    }

    ReportSection write() throws IOException, InterruptedException {
        return new ReportSection("classifier", "Classifier", summary(), facts(), figures(), tables());
    }

    private String summary() {
        return ("A neural network was trained to classify images by the embeddings of %s; its state after epoch %d of %d was kept, the best on validation images. It classifies %s of the %d test images correctly. The classes with the lowest recall are %s.")
                        .formatted(
                                embeddings,
                                result.bestEpoch(),
                                result.epochs().size(),
                                Figures.percent(confusion.accuracy()),
                                mistakes.images(),
                                weakest())
                + Figures.RANGE
                + sizes.map(SectionWriter::sentence).orElse("")
                + unseen.map(UnseenReport::sentence).orElse("");
    }

    private static String sentence(SizeChoice sizes) {
        SizeUnit unit = sizes.size().unit();
        return " The size of each image before it was scaled%s is one more value beside its embedding. Between images, one standard deviation of it counts %s: with this weight the 5 nearest training images classify most validation images correctly, %s, and %s without it."
                .formatted(
                        unit.equals(SizeUnit.PIXELS) ? "" : " (the longer side in %s)".formatted(unit.inWords()),
                        sizes.size().weight(),
                        Figures.percent(sizes.accuracy()),
                        Figures.percent(sizes.accuracyWithout()));
    }

    private String weakest() {
        return confusion.weakestFirst().stream()
                .limit(NAMED)
                .map(c -> "%s (%s)".formatted(result.classes().get(c), Figures.percent(confusion.recall(c))))
                .collect(Collectors.joining(", "));
    }

    private List<Fact> facts() {
        AccuracyInterval interval = confusion.accuracyInterval();
        List<Fact> facts = new ArrayList<>(List.of(
                new Fact("Test accuracy", Figures.withRange(confusion.accuracy(), interval.low(), interval.high())),
                new Fact("Test macro-F1", Figures.three(confusion.macroF1())),
                new Fact("Validation accuracy", Figures.three(result.validationAccuracy())),
                new Fact(
                        "Best epoch",
                        "%d of %d".formatted(result.bestEpoch(), result.epochs().size()))));
        if (!confusion.weakestFirst().isEmpty()) {
            int weakest = confusion.weakestFirst().getFirst();
            facts.add(new Fact(
                    "Weakest class",
                    "%s (recall %s)"
                            .formatted(result.classes().get(weakest), Figures.three(confusion.recall(weakest)))));
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
        DataFile epochs = files.csv("classifier-epochs.csv", EpochCurves.COLUMNS, curves.rows());
        List<Figure> figures = new ArrayList<>();
        figures.add(files.picture(
                "classifier-accuracy.png",
                "Accuracy after each epoch. Where the two lines separate, the classifier begins to overfit the training images.",
                curves.accuracy().draw(WIDTH, HEIGHT),
                epochs));
        figures.add(files.picture(
                "classifier-loss.png",
                "Mean cross-entropy after each epoch.",
                curves.loss().draw(WIDTH, HEIGHT),
                epochs));
        figures.add(confusionMatrix());
        if (mistakes.pictured()) {
            figures.add(files.picture(
                    "classifier-mistakes.png",
                    "Misclassified test images, each with its true class, its predicted class and the probability of the predicted class. Shown are the mistakes with the highest probability, one for each pair of classes.",
                    mistakes.picture()));
        }
        if (unseen.isPresent()) {
            figures.add(unseen.get().curves());
        }
        return figures;
    }

    private Figure confusionMatrix() throws IOException, InterruptedException {
        List<String> names = order.stream().map(result.classes()::get).toList();
        int[][] counts = confusion.ordered(order).counts();
        ConfusionSvg matrix = new ConfusionSvg(names, counts);
        String table = "classifier-confusion.csv";
        return files.svg(
                "classifier-confusion.svg",
                "Test images by their true class (row) and predicted class (column). Cells off the diagonal are errors. Classes with similar embeddings are next to each other (leaf order of an average-linkage dendrogram of the class centroids of the training images), so that blocks along the diagonal are groups of classes that are hard to tell apart. Colours follow the logarithm of the count"
                        + matrix.howToRead(table) + ".",
                matrix.text(),
                files.csv(table, tables.matrixColumns(), tables.matrix()),
                files.png(
                        "classifier-confusion.png",
                        new ConfusionPicture("Classifier, test images", names, counts).draw()));
    }

    private List<Table> tables() throws IOException, InterruptedException {
        DataFile scores = files.csv("classifier-classes.csv", ClassTables.SCORES, tables.scores(Figures::exact));
        DataFile errors = files.csv("classifier-errors.csv", Mistakes.COLUMNS, mistakes.rows());
        List<Table> all = new ArrayList<>(List.of(
                new Table(
                        "The classes with the lowest recall. Recall is the share of a class's test images that were classified correctly. Precision is the share of correct images among all images that were given the class. A recall from few images is uncertain.",
                        List.of("Class", "Test images", "Recall", "Precision", "Most often mistaken for (images)"),
                        tables.weakest(WEAKEST_SHOWN),
                        List.of(scores)),
                new Table(
                        "All classes on test images, the lowest recall first.",
                        List.of("Class", "Images", "Precision", "Recall", "F1"),
                        tables.scores(Figures::three),
                        List.of(scores, new DataFile("classifier.zip", model))),
                new Table(
                        "The pairs of classes confused most often. All %d misclassified images, with their probabilities, are in classifier-errors.csv."
                                .formatted(mistakes.count()),
                        List.of("True class", "Predicted class", "Images", "Share of the true class"),
                        tables.pairs().stream().limit(PAIRS_SHOWN).toList(),
                        List.of(errors))));
        if (unseen.isPresent()) {
            all.add(unseen.get().table());
        }
        return all;
    }
}
