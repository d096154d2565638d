package dev.plankton.steps.evaluate;

import dev.plankton.contracts.formats.Evaluation;
import dev.plankton.contracts.formats.Evaluation.ClassMeasures;
import dev.plankton.contracts.formats.Evaluation.Measures;
import dev.plankton.contracts.formats.ReportSection;
import dev.plankton.contracts.formats.ReportSection.Fact;
import dev.plankton.contracts.formats.ReportSection.Table;
import dev.plankton.contracts.ids.UploadName;
import dev.plankton.steps.kit.Figures;
import dev.plankton.steps.kit.SectionFiles;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;

/** Writes the report's section on uploaded vectors. */
record VectorSection(UploadName name, Evaluation evaluation, SectionFiles files) {
    private static final List<String> CLASS_COLUMNS =
            List.of("Class", "Images", "Precision", "Recall", "F1", "Mean radius", "Max radius");

    ReportSection write() throws IOException, InterruptedException {
        List<String> columns = List.of("Measure", "Validation", "Test");
        return new ReportSection(
                "vectors",
                "Uploaded vectors",
                summary(),
                facts(),
                List.of(),
                List.of(
                        new Table(
                                "Measures on validation and test images. The first two measures, macro-F1 and balanced accuracy give each image the class of the nearest centroid. The measures precision@1, R-precision and MAP@R count how many of the nearest images of the same split have the same class."
                                        + evaluation.sampleInWords(),
                                columns,
                                measures(Figures::three),
                                List.of(files.csv("vectors-measures.csv", columns, measures(Figures::exact)))),
                        new Table(
                                "Classes on validation images by the nearest centroid of the training images, the lowest recall first.",
                                CLASS_COLUMNS,
                                classes(Figures::three),
                                List.of(files.csv("vectors-classes.csv", CLASS_COLUMNS, classes(Figures::exact))))));
    }

    private String summary() {
        return ("The embeddings were made elsewhere and uploaded as '%s', so there is no training and there are no learning curves to show. By the nearest centroid of the training images, %s of the validation images and %s of the test images are classified correctly. Random guessing would reach %s.")
                .formatted(
                        name,
                        Figures.percent(evaluation.validation().accuracy()),
                        Figures.percent(evaluation.test().accuracy()),
                        Figures.percent(1.0 / evaluation.classes().size()));
    }

    private List<Fact> facts() {
        return List.of(
                new Fact(
                        "Validation accuracy",
                        Figures.three(evaluation.validation().accuracy())),
                new Fact("Test accuracy", Figures.three(evaluation.test().accuracy())),
                new Fact("Test precision@1", Figures.three(evaluation.test().precisionAt1())),
                new Fact("Test MAP@R", Figures.three(evaluation.test().meanAveragePrecisionAtR())),
                new Fact("Test 5-NN accuracy", Figures.three(evaluation.test().accuracy5nn())),
                new Fact("Mean pairwise distance", Figures.three(evaluation.meanPairwiseDistance())));
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
}
