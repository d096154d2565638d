package dev.plankton.evaluate;

import dev.plankton.runtime.formats.CsvFile;
import dev.plankton.runtime.formats.Evaluation;
import dev.plankton.runtime.formats.Evaluation.ClassMeasures;
import dev.plankton.runtime.formats.Evaluation.Measures;
import dev.plankton.runtime.formats.ReportSection;
import dev.plankton.runtime.formats.ReportSection.DataFile;
import dev.plankton.runtime.formats.ReportSection.Fact;
import dev.plankton.runtime.formats.ReportSection.Table;
import dev.plankton.runtime.step.StepContext;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;

/** Puts into words and tables what given vectors are worth. */
record VectorSection(String name, Evaluation evaluation, StepContext context) {
    private static final List<String> CLASS_COLUMNS =
            List.of("Class", "Images", "Precision", "Recall", "F1", "Mean radius", "Max radius");

    ReportSection write() throws IOException, InterruptedException {
        List<String> columns = List.of("Measure", "Validation", "Test");
        return new ReportSection(
                "vectors",
                "Given vectors",
                summary(),
                facts(),
                List.of(),
                List.of(
                        new Table(
                                "Measures on validation and test images. The first two and macro-F1 and balanced accuracy take the class of the nearest centroid; precision@1, R-precision and MAP@R ask how many of the nearest images of the same split are of the same class.",
                                columns,
                                measures(VectorSection::three),
                                List.of(csv("vectors-measures.csv", columns, measures(Double::toString)))),
                        new Table(
                                "Classes on validation images by the nearest centroid of the training images, the lowest recall first.",
                                CLASS_COLUMNS,
                                classes(VectorSection::three),
                                List.of(csv("vectors-classes.csv", CLASS_COLUMNS, classes(Double::toString))))));
    }

    private String summary() {
        return ("The embeddings were made elsewhere and given as '%s'; there is no training behind them here, and so there are no learning curves. The class with the nearest centroid of the training images is the right one for %s of the validation images and for %s of the test images. Guessing would reach %s.")
                .formatted(
                        name,
                        percent(evaluation.validation().accuracy()),
                        percent(evaluation.test().accuracy()),
                        percent(1.0 / evaluation.classes().size()));
    }

    private List<Fact> facts() {
        return List.of(
                new Fact("Validation accuracy", three(evaluation.validation().accuracy())),
                new Fact("Test accuracy", three(evaluation.test().accuracy())),
                new Fact("Test precision@1", three(evaluation.test().precisionAt1())),
                new Fact("Test MAP@R", three(evaluation.test().meanAveragePrecisionAtR())),
                new Fact("Test 5-NN accuracy", three(evaluation.test().accuracy5nn())),
                new Fact("Mean pairwise distance", three(evaluation.meanPairwiseDistance())));
    }

    private List<List<String>> measures(DoubleFunction<String> number) {
        Map<String, ToDoubleFunction<Measures>> all = new LinkedHashMap<>();
        all.put("Accuracy, centroids of the training images", Measures::accuracy);
        all.put("Accuracy, centroids of the images themselves", Measures::accuracySelf);
        all.put("Accuracy, 5 nearest training images", Measures::accuracy5nn);
        all.put("Precision@1", Measures::precisionAt1);
        all.put("R-precision", Measures::rPrecision);
        all.put("MAP@R", Measures::meanAveragePrecisionAtR);
        all.put("Macro-F1", Measures::macroF1);
        all.put("Balanced accuracy", Measures::balancedAccuracy);
        all.put("Silhouette", Measures::silhouette);
        List<List<String>> rows = new ArrayList<>();
        all.forEach((measure, value) -> rows.add(List.of(
                measure,
                number.apply(value.applyAsDouble(evaluation.validation())),
                number.apply(value.applyAsDouble(evaluation.test())))));
        return rows;
    }

    private List<List<String>> classes(DoubleFunction<String> number) {
        return evaluation.perClass().stream()
                .sorted(Comparator.comparingDouble(ClassMeasures::recall))
                .map(c -> List.of(
                        c.name(),
                        Integer.toString(c.images()),
                        number.apply(c.precision()),
                        number.apply(c.recall()),
                        number.apply(c.f1()),
                        number.apply(c.meanRadius()),
                        number.apply(c.maxRadius())))
                .toList();
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

    private static String three(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}
