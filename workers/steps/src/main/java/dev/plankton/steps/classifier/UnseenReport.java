package dev.plankton.steps.classifier;

import dev.plankton.contracts.formats.ReportSection.Figure;
import dev.plankton.contracts.formats.ReportSection.Table;
import dev.plankton.drawing.Axis;
import dev.plankton.drawing.LineChart;
import dev.plankton.drawing.Series;
import dev.plankton.numerics.measures.OperatingCurve;
import dev.plankton.steps.classifier.UnseenClasses.Measured;
import dev.plankton.steps.kit.Figures;
import dev.plankton.steps.kit.SectionFiles;
import dev.plankton.steps.kit.UnseenScores;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.Stream;

/** What the report says about how well images of held-out classes are noticed. */
record UnseenReport(UnseenClasses unseen, SectionFiles files) {
    /** Shares of false alarms for which the table and the run history say how many images are found. */
    static final List<Double> FALSE_ALARMS = List.of(0.01, 0.05, 0.1);

    private static final int WIDTH = 760;
    private static final int HEIGHT = 420;
    private static final int POINTS = 400;

    /** A sentence for the summary. */
    String sentence() {
        return " Images of the held-out classes are told from validation images best by the %s; plankton_classify flags images by it."
                .formatted(UnseenScores.inWords(unseen.best()));
    }

    Figure curves() throws IOException, InterruptedException {
        List<Series> series = unseen.scores().stream()
                .map(one -> {
                    OperatingCurve curve = one.onTest().thinned(POINTS);
                    return new Series(UnseenScores.briefly(one.score()), curve.falseAlarms(), curve.found());
                })
                .toList();
        List<String> columns = List.of("score", "false_alarms", "found");
        return files.picture(
                "classifier-unseen.png",
                "Receiver operating characteristic of each score: how many of the %s of held-out classes are found (upwards), and how many of the test images of the classes that were trained on are then taken for unknown ones (to the right), for every threshold. The table says what the scores are. The diagonal would be guessing."
                        .formatted(Figures.counted(unseen.images(), "image", "images")),
                new LineChart(
                                "Images of unseen classes that are found",
                                Axis.share("false alarms"),
                                Axis.share("found"),
                                series)
                        .draw(WIDTH, HEIGHT),
                files.csv("classifier-unseen-curves.csv", columns, points()));
    }

    private List<List<String>> points() {
        List<List<String>> rows = new ArrayList<>();
        for (Measured one : unseen.scores()) {
            OperatingCurve curve = one.onTest().thinned(POINTS);
            for (int point = 0; point < curve.found().length; point++) {
                rows.add(List.of(
                        one.score().name(),
                        Figures.exact(curve.falseAlarms()[point]),
                        Figures.exact(curve.found()[point])));
            }
        }
        return rows;
    }

    Table table() throws IOException, InterruptedException {
        List<String> columns = Stream.concat(
                        Stream.of("score", "AUROC, validation", "AUROC, test"),
                        FALSE_ALARMS.stream()
                                .map(share -> Figures.text("found with %.0f %% false alarms", 100 * share)))
                .toList();
        return new Table(
                "How well images of held-out classes (%s) are told from images of the classes that were trained on. AUROC is the chance that an image of a held-out class has the higher score; 0.5 is guessing. The score that is best against validation images comes first, and plankton_classify flags images by it; the other columns are against test images. False alarms are the test images that are taken for unknown ones."
                        .formatted(String.join(", ", unseen.classes())),
                columns,
                rows(Figures::three),
                List.of(files.csv("classifier-unseen.csv", columns, rows(Figures::exact))));
    }

    private List<List<String>> rows(DoubleFunction<String> number) {
        return unseen.scores().stream()
                .map(one -> Stream.concat(
                                Stream.of(
                                        UnseenScores.inWords(one.score()),
                                        number.apply(one.validationAuroc()),
                                        number.apply(one.testAuroc())),
                                FALSE_ALARMS.stream()
                                        .map(share -> number.apply(one.onTest().foundWith(share))))
                        .toList())
                .toList();
    }
}
