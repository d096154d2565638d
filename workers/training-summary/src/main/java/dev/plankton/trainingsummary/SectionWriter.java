package dev.plankton.trainingsummary;

import dev.plankton.drawing.ConfusionPicture;
import dev.plankton.drawing.LineChart;
import dev.plankton.drawing.Png;
import dev.plankton.runtime.formats.CsvFile;
import dev.plankton.runtime.formats.Evaluation;
import dev.plankton.runtime.formats.ReportSection;
import dev.plankton.runtime.formats.ReportSection.DataFile;
import dev.plankton.runtime.formats.ReportSection.Fact;
import dev.plankton.runtime.formats.ReportSection.Figure;
import dev.plankton.runtime.formats.ReportSection.Table;
import dev.plankton.runtime.step.StepContext;
import java.awt.image.BufferedImage;
import java.io.IOException;
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
            figures.add(chart(
                    "training-learning-rate.png",
                    "The learning rate of each round.",
                    curves.learningRate(),
                    checkpoints));
            figures.add(chart(
                    "training-loss.png",
                    "Triplet loss: the mean over each round's training batches, and on validation images after it. The two are drawn from differently mined batches when training mines hard triplets.",
                    curves.loss(),
                    checkpoints));
        }
        figures.add(chart(
                "training-accuracy.png",
                "The share of images whose class is that of the nearest centroid of the training images (validation, test), of the nearest centroid of the validation images themselves (as the original measured), and of most of the 5 nearest training images. Round 0 is the network before training.",
                curves.accuracy(),
                checkpoints));
        figures.add(chart(
                "training-retrieval.png",
                "How many of the validation images nearest to each are of its class: the nearest one, as many as there are of the class (R), and weighted by rank (MAP@R).",
                curves.retrieval(),
                checkpoints));
        figures.add(chart(
                "training-clusters.png",
                "Means over the classes of validation images: distance of images to the centroid of their class, and how far the centroid moved since the last checkpoint. A mean pairwise distance that falls to 0 would mean that the network has collapsed.",
                curves.clusters(),
                checkpoints));
        figures.add(figure(
                "training-confusion.png",
                "Validation images by their true class and the class of the nearest centroid of the training images, after round %d."
                        .formatted(best.round()),
                new ConfusionPicture("Nearest centroid, round " + best.round(), best.classes(), best.confusion())
                        .draw(),
                csv("training-confusion.csv", ClassTable.CONFUSION_COLUMNS, ClassTable.confusion(best))));
        return figures;
    }

    private Figure chart(String file, String caption, LineChart chart, DataFile data)
            throws IOException, InterruptedException {
        return figure(file, caption, chart.draw(WIDTH, HEIGHT), data);
    }

    private Figure figure(String file, String caption, BufferedImage picture, DataFile data)
            throws IOException, InterruptedException {
        context.checkCancelled();
        Path path = Png.write(picture, context.scratch().resolve(file));
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
