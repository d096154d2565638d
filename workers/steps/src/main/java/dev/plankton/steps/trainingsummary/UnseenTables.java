package dev.plankton.steps.trainingsummary;

import dev.plankton.contracts.formats.ReportSection.Table;
import dev.plankton.contracts.formats.UnseenMeasures;
import dev.plankton.contracts.formats.UnseenMeasures.FewExamples;
import dev.plankton.contracts.formats.UnseenMeasures.Share;
import dev.plankton.numerics.measures.Detection;
import dev.plankton.steps.kit.Figures;
import dev.plankton.steps.kit.SectionFiles;
import dev.plankton.steps.kit.UnseenScores;
import dev.plankton.steps.trainingsummary.TrainingHistory.Measured;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;

/** What the checkpoints do for classes that were held out of the training (SPEC 11). */
record UnseenTables(TrainingHistory history, SectionFiles files) {
    private static final List<String> ROUNDS =
            List.of("round", "precision@1", "R-precision", "MAP@R", "silhouette", "5-NN, 5 examples each");
    private static final List<String> FEW = List.of(
            "told from", "examples of each class", "classes", "nearest example", "5 nearest examples", "nearest mean");
    private static final List<String> SCORES = List.of("score", "AUROC", "false alarms");
    private static final int EXAMPLES = 5;

    /** The tables; none if no classes were held out. */
    List<Table> tables() throws IOException, InterruptedException {
        Optional<UnseenMeasures> best = history.best().evaluation().unseen();
        if (best.isEmpty()) {
            return List.of();
        }
        UnseenMeasures measures = best.get();
        return List.of(
                new Table(
                        "Unseen classes: %s of %s that were held out of the training (%s), among themselves, for each checkpoint. 5-NN is the share classified correctly by the majority of the 5 nearest of 5 labelled images of each of these classes, as a mean over 20 draws of them."
                                .formatted(
                                        Figures.counted(measures.images(), "image", "images"),
                                        Figures.counted(measures.classes().size(), "class", "classes"),
                                        String.join(", ", measures.classes())),
                        ROUNDS,
                        rounds(Figures::three),
                        List.of(files.csv("training-unseen.csv", ROUNDS, rounds(Figures::exact)))),
                new Table(
                        "Unseen classes under the best checkpoint (round %d): the share of their images that a few labelled images of each class classify correctly. Mean and standard deviation over 20 draws of the labelled images; the other images are classified. They have to be told from the other unseen classes, or from all classes that have more images than that, how many the table says; of the classes that were trained on, test images count. Of equally frequent classes among the 5 nearest examples, the nearest decides."
                                .formatted(history.best().round()),
                        FEW,
                        few(measures),
                        List.of(files.csv("training-unseen-examples.csv", FEW, few(measures)))),
                new Table(
                        "How well the best checkpoint notices that an image is of an unseen class. AUROC is the chance that an image of an unseen class has a higher score than a test image of a class that was trained on; 0.5 is guessing. False alarms are the share of these test images that are taken for unseen ones where %s of the unseen ones are found."
                                .formatted(Figures.percent(Detection.FOUND)),
                        SCORES,
                        scores(measures, Figures::three),
                        List.of(files.csv("training-unseen-scores.csv", SCORES, scores(measures, Figures::exact)))));
    }

    private List<List<String>> rounds(DoubleFunction<String> number) {
        List<List<String>> rows = new ArrayList<>();
        for (Measured one : history.rounds()) {
            one.evaluation()
                    .unseen()
                    .ifPresent(unseen -> rows.add(List.of(
                            Integer.toString(one.round()),
                            number.apply(unseen.precisionAt1()),
                            number.apply(unseen.rPrecision()),
                            number.apply(unseen.meanAveragePrecisionAtR()),
                            number.apply(unseen.silhouette()),
                            number.apply(fiveNearest(unseen)))));
        }
        return rows;
    }

    private static double fiveNearest(UnseenMeasures unseen) {
        return unseen.fewExamples().stream()
                .filter(few -> few.among() == UnseenMeasures.Among.UNSEEN && few.examples() == EXAMPLES)
                .mapToDouble(few -> few.fiveNearest().mean())
                .findFirst()
                .orElse(Double.NaN);
    }

    private static List<List<String>> few(UnseenMeasures measures) {
        return measures.fewExamples().stream()
                .map(few -> List.of(
                        among(few),
                        Integer.toString(few.examples()),
                        Integer.toString(few.classes()),
                        share(few.nearest()),
                        share(few.fiveNearest()),
                        share(few.centroid())))
                .toList();
    }

    private static String among(FewExamples few) {
        return switch (few.among()) {
            case UNSEEN -> "unseen classes";
            case ALL -> "all classes";
        };
    }

    private static String share(Share share) {
        return "%s ± %s".formatted(Figures.three(share.mean()), Figures.three(share.deviation()));
    }

    private static List<List<String>> scores(UnseenMeasures measures, DoubleFunction<String> number) {
        return measures.scores().stream()
                .map(one -> List.of(
                        UnseenScores.inWords(one.score()), number.apply(one.auroc()), number.apply(one.falseAlarms())))
                .toList();
    }
}
