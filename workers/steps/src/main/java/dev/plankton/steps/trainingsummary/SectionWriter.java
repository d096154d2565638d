package dev.plankton.steps.trainingsummary;

import dev.plankton.contracts.formats.Evaluation;
import dev.plankton.contracts.formats.ReportSection;
import dev.plankton.contracts.formats.ReportSection.DataFile;
import dev.plankton.contracts.formats.ReportSection.Fact;
import dev.plankton.contracts.formats.ReportSection.Figure;
import dev.plankton.contracts.formats.ReportSection.Table;
import dev.plankton.drawing.ConfusionPicture;
import dev.plankton.drawing.ConfusionSvg;
import dev.plankton.drawing.LineChart;
import dev.plankton.numerics.linkage.LeafOrder;
import dev.plankton.numerics.measures.Confusion;
import dev.plankton.steps.kit.Figures;
import dev.plankton.steps.kit.SectionFiles;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Writes the report's section on a training and publishes its files. */
final class SectionWriter {
    private static final int WIDTH = 760;
    private static final int HEIGHT = 380;

    private final TrainingHistory history;
    private final SectionFiles files;

    SectionWriter(TrainingHistory history, SectionFiles files) {
        this.history = history;
        this.files = files;
    }

    ReportSection write() throws IOException, InterruptedException {
        DataFile checkpoints =
                files.csv("training-checkpoints.csv", CheckpointTable.columns(), CheckpointTable.all(history));
        Evaluation best = history.best().evaluation();
        return new ReportSection(
                "training", "Training", summary(), facts(), figures(checkpoints), tables(checkpoints, best));
    }

    private List<Table> tables(DataFile checkpoints, Evaluation best) throws IOException, InterruptedException {
        List<Table> tables = new ArrayList<>(List.of(
                new Table(
                        "Checkpoints. Loss is the mean over the round; accuracy, 5-NN, MAP@R and macro-F1 are measured on validation images."
                                + best.sampleInWords(),
                        CheckpointTable.SHOWN,
                        CheckpointTable.shown(history),
                        List.of(checkpoints)),
                new Table(
                        "Classes of the best checkpoint (round %d) on validation images, the lowest recall first."
                                .formatted(best.round()),
                        ClassTable.SHOWN,
                        ClassTable.shown(best),
                        List.of(files.csv("training-classes.csv", ClassTable.COLUMNS, ClassTable.all(history))))));
        tables.addAll(new UnseenTables(history, files).tables());
        return tables;
    }

    private String summary() {
        Evaluation first = history.first().evaluation();
        Evaluation best = history.best().evaluation();
        return ("The network was trained for %d learning-rate rounds. Before training, the nearest class centroid classified %s of the validation images correctly; after round %d, the best, it classified %s of them and %s of the test images correctly. Random guessing would reach %s. The centroids are those of the training images.")
                        .formatted(
                                history.rounds().getLast().round(),
                                Figures.percent(first.validation().accuracy()),
                                best.round(),
                                Figures.percent(best.validation().accuracy()),
                                Figures.percent(best.test().accuracy()),
                                Figures.percent(history.chance()))
                + Figures.RANGE;
    }

    /** The accuracy, and where it would lie for other images of the same classes. */
    private static String accuracy(Evaluation.Measures measures) {
        return measures.accuracyInterval()
                .map(range -> Figures.withRange(measures.accuracy(), range.low(), range.high()))
                .orElseGet(() -> Figures.three(measures.accuracy()));
    }

    private List<Fact> facts() {
        Evaluation best = history.best().evaluation();
        return List.of(
                new Fact("Best round", Integer.toString(best.round())),
                new Fact("Validation accuracy", accuracy(best.validation())),
                new Fact("Test accuracy", accuracy(best.test())),
                new Fact("Test balanced accuracy", Figures.three(best.test().balancedAccuracy())),
                new Fact("Test 5-NN accuracy", Figures.three(best.test().accuracy5nn())),
                new Fact("Test MAP@R", Figures.three(best.test().meanAveragePrecisionAtR())),
                new Fact(
                        "Validation accuracy with own centroids (the original's figure)",
                        Figures.three(best.validation().accuracySelf())),
                new Fact(
                        "Validation accuracy before training",
                        Figures.three(history.first().evaluation().validation().accuracy())),
                new Fact(
                        "Chance level (%d classes)".formatted(best.classes().size()), Figures.three(history.chance())));
    }

    private List<Figure> figures(DataFile checkpoints) throws IOException, InterruptedException {
        LearningCurves curves = new LearningCurves(history);
        Evaluation best = history.best().evaluation();
        List<Figure> figures = new ArrayList<>();
        if (history.rounds().getLast().round() > 0) {
            figures.add(loss(curves, checkpoints));
            figures.add(chart(
                    "training-learning-rate.png",
                    "The learning rate of each round. It falls from round to round so that the network first finds the classes and then settles; where it is small, the accuracy can no longer change much.",
                    curves.learningRate(),
                    checkpoints));
        }
        figures.add(chart(
                "training-accuracy.png",
                "Accuracy of each checkpoint; higher is better. It is the share of images that are classified correctly by the nearest centroid of the training images (validation, test), by the nearest centroid of the validation images themselves (as the original measured; this figure is too high), and by the majority of the 5 nearest training images. Round 0 is the network before training; the dashed line is random guessing. Where the lines level off, further rounds do not help.",
                curves.accuracy(),
                checkpoints));
        figures.add(chart(
                "training-retrieval.png",
                "For each validation image, how many of the nearest other validation images have the same class: of the nearest one (precision@1), of the R nearest, where R is the number of other images of the class (R-precision), and weighted by rank (MAP@R).",
                curves.retrieval(),
                checkpoints));
        figures.add(chart(
                "training-radii.png",
                "How large the classes are: the distance of a class's validation images to their centroid, on average and for the farthest image, as means over the classes. Classes are well separated if these radii are small compared with the mean distance between any two images (dashed). If that distance falls to 0, the network has collapsed.",
                curves.radii(),
                checkpoints));
        if (history.rounds().getLast().round() > 0) {
            figures.add(chart(
                    "training-movement.png",
                    "How far the centroids of the classes move, as a mean over the classes: from one checkpoint to the next, and since before training. If the first is small and the second no longer grows, the clusters have settled.",
                    curves.movement(),
                    checkpoints));
        }
        figures.add(confusionMatrix(best));
        return figures;
    }

    private Figure loss(LearningCurves curves, DataFile checkpoints) throws IOException, InterruptedException {
        if (history.losses().isEmpty()) {
            return chart(
                    "training-loss.png",
                    "Loss: the mean over each round's training batches, and on validation images after it; lower is better. If training mines hard triplets, the two come from differently mined batches.",
                    curves.loss(),
                    checkpoints);
        }
        return chart(
                "training-loss.png",
                "Loss of each training step (thin), its mean over each round, and the loss on validation images after each round, drawn at the round's last step; lower is better. If training mines hard triplets, the loss hardly falls although the network learns, because each batch consists of triplets that are still wrong; look at the accuracy instead.",
                curves.loss(),
                files.csv(
                        "training-loss-steps.csv",
                        LossSteps.COLUMNS,
                        history.losses().rows()),
                checkpoints);
    }

    private Figure confusionMatrix(Evaluation best) throws IOException, InterruptedException {
        List<Integer> order = LeafOrder.of(best.centroidDistances());
        List<String> names = order.stream().map(best.classes()::get).toList();
        int[][] counts = new Confusion(best.confusion()).ordered(order).counts();
        ConfusionSvg matrix = new ConfusionSvg(names, counts);
        String table = "training-confusion.csv";
        return files.svg(
                "training-confusion.svg",
                "Validation images by their true class (row) and the class of the nearest centroid of the training images (column), after round %d. Classes whose centroids are near each other are next to each other. Colours follow the logarithm of the count%s."
                        .formatted(best.round(), matrix.howToRead(table)),
                matrix.text(),
                files.csv(table, ClassTable.CONFUSION_COLUMNS, ClassTable.confusion(best)),
                files.png(
                        "training-confusion.png",
                        new ConfusionPicture("Nearest centroid, round " + best.round(), names, counts).draw()));
    }

    private Figure chart(String file, String caption, LineChart chart, DataFile... data)
            throws IOException, InterruptedException {
        return files.picture(file, caption, chart.draw(WIDTH, HEIGHT), data);
    }
}
