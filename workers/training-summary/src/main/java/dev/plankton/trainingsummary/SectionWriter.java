package dev.plankton.trainingsummary;

import dev.plankton.drawing.ConfusionPicture;
import dev.plankton.drawing.ConfusionSvg;
import dev.plankton.drawing.LineChart;
import dev.plankton.drawing.Png;
import dev.plankton.runtime.formats.CsvFile;
import dev.plankton.runtime.formats.Evaluation;
import dev.plankton.runtime.formats.ReportSection;
import dev.plankton.runtime.formats.ReportSection.DataFile;
import dev.plankton.runtime.formats.ReportSection.Fact;
import dev.plankton.runtime.formats.ReportSection.Figure;
import dev.plankton.runtime.formats.ReportSection.Table;
import dev.plankton.runtime.measures.Confusion;
import dev.plankton.runtime.measures.LeafOrder;
import dev.plankton.runtime.step.StepContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Lays a training out as a section of the report and publishes the files that it consists of. */
final class SectionWriter {
    private static final int WIDTH = 760;
    private static final int HEIGHT = 380;

    private final TrainingHistory history;
    private final StepContext context;

    SectionWriter(TrainingHistory history, StepContext context) {
        this.history = history;
        this.context = context;
    }

    ReportSection write() throws IOException, InterruptedException {
        DataFile checkpoints = csv("training-checkpoints.csv", CheckpointTable.columns(), CheckpointTable.all(history));
        Evaluation best = history.best().evaluation();
        return new ReportSection(
                "training",
                "Training",
                summary(),
                facts(),
                figures(checkpoints),
                List.of(
                        new Table(
                                "Checkpoints. Loss is the mean over the round; accuracy, 5-NN, MAP@R and macro-F1 are measured on validation images.",
                                CheckpointTable.SHOWN,
                                CheckpointTable.shown(history),
                                List.of(checkpoints)),
                        new Table(
                                "Classes of the best checkpoint (round %d) on validation images, the lowest recall first."
                                        .formatted(best.round()),
                                ClassTable.SHOWN,
                                ClassTable.shown(best),
                                List.of(csv("training-classes.csv", ClassTable.COLUMNS, ClassTable.all(history))))));
    }

    private String summary() {
        Evaluation first = history.first().evaluation();
        Evaluation best = history.best().evaluation();
        return ("The network was trained for %d learning-rate rounds. Before training, the class with the nearest centroid was the right one for %s of the validation images; after round %d, the best, for %s, and for %s of the test images. Guessing would reach %s. The centroids are those of the training images.")
                .formatted(
                        history.rounds().getLast().round(),
                        percent(first.validation().accuracy()),
                        best.round(),
                        percent(best.validation().accuracy()),
                        percent(best.test().accuracy()),
                        percent(history.chance()));
    }

    private List<Fact> facts() {
        Evaluation best = history.best().evaluation();
        return List.of(
                new Fact("Best round", Integer.toString(best.round())),
                new Fact("Validation accuracy", Numbers.three(best.validation().accuracy())),
                new Fact("Test accuracy", Numbers.three(best.test().accuracy())),
                new Fact("Test balanced accuracy", Numbers.three(best.test().balancedAccuracy())),
                new Fact("Test 5-NN accuracy", Numbers.three(best.test().accuracy5nn())),
                new Fact("Test MAP@R", Numbers.three(best.test().meanAveragePrecisionAtR())),
                new Fact(
                        "Validation accuracy with own centroids (the original's figure)",
                        Numbers.three(best.validation().accuracySelf())),
                new Fact(
                        "Validation accuracy before training",
                        Numbers.three(history.first().evaluation().validation().accuracy())),
                new Fact(
                        "Chance level (%d classes)".formatted(best.classes().size()), Numbers.three(history.chance())));
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
                "Accuracy of each checkpoint; higher is better. The share of images whose class is that of the nearest centroid of the training images (validation, test), of the nearest centroid of the validation images themselves (as the original measured; it flatters), and of most of the 5 nearest training images. Round 0 is the network before training, the dashed line is guessing; where the lines level off, further rounds bring nothing.",
                curves.accuracy(),
                checkpoints));
        figures.add(chart(
                "training-retrieval.png",
                "How many of the validation images nearest to each are of its class: the nearest one, as many as there are of the class (R), and weighted by rank (MAP@R).",
                curves.retrieval(),
                checkpoints));
        figures.add(chart(
                "training-radii.png",
                "How large the classes are: the distance of a class's validation images to their centroid, on average and for the farthest image, as means over the classes. Classes can be told apart where radii are small beside the distance between any two images (dashed); if that distance falls to 0, the network has collapsed.",
                curves.radii(),
                checkpoints));
        if (history.rounds().getLast().round() > 0) {
            figures.add(chart(
                    "training-movement.png",
                    "How far the centroids of the classes move, as a mean over the classes: from one checkpoint to the next, and from where they were before training. Small steps while the way from the start no longer grows mean that the clusters have settled.",
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
                    "Triplet loss: the mean over each round's training batches, and on validation images after it; lower is better. The two are drawn from differently mined batches when training mines hard triplets.",
                    curves.loss(),
                    checkpoints);
        }
        return chart(
                "training-loss.png",
                "Triplet loss of each training step (thin), its mean over each round, and the loss on validation images after each round, drawn at the round's last step; lower is better. When training mines hard triplets, the loss hardly falls though the network learns, as each batch is made of those that are still wrong: then look at the accuracy.",
                curves.loss(),
                csv(
                        "training-loss-steps.csv",
                        LossSteps.COLUMNS,
                        history.losses().rows()),
                checkpoints);
    }

    private Figure confusionMatrix(Evaluation best) throws IOException, InterruptedException {
        List<Integer> order = LeafOrder.of(best.centroidDistances());
        List<String> names = order.stream().map(best.classes()::get).toList();
        int[][] counts = new Confusion(best.confusion()).ordered(order).counts();
        String png = "training-confusion.png";
        Path drawn = Png.write(
                new ConfusionPicture("Nearest centroid, round " + best.round(), names, counts).draw(),
                context.scratch().resolve(png));
        Path svg = Files.writeString(
                context.scratch().resolve("training-confusion.svg"), new ConfusionSvg(names, counts).text());
        return new Figure(
                "training-confusion.svg",
                "image/svg+xml",
                "Validation images by their true class (row) and the class of the nearest centroid of the training images (column), after round %d. Classes whose centroids are near each other stand beside each other; colours follow the logarithm of the count. Point at a cell to read it."
                        .formatted(best.round()),
                context.publish("picture", svg),
                List.of(
                        csv("training-confusion.csv", ClassTable.CONFUSION_COLUMNS, ClassTable.confusion(best)),
                        new DataFile(png, context.publish("picture", drawn))));
    }

    private Figure chart(String file, String caption, LineChart chart, DataFile... data)
            throws IOException, InterruptedException {
        context.checkCancelled();
        Path path = Png.write(chart.draw(WIDTH, HEIGHT), context.scratch().resolve(file));
        return new Figure(file, "image/png", caption, context.publish("picture", path), List.of(data));
    }

    private DataFile csv(String file, List<String> columns, List<List<String>> rows)
            throws IOException, InterruptedException {
        Path path = context.scratch().resolve(file);
        try (CsvFile table = new CsvFile(path, columns)) {
            for (List<String> row : rows) {
                table.row(row);
            }
        }
        return new DataFile(file, context.publish("table", path));
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}
