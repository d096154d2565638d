package dev.plankton.steps.trainingsummary;

import dev.plankton.contracts.formats.Evaluation;
import dev.plankton.contracts.formats.Evaluation.ClassMeasures;
import dev.plankton.steps.kit.Figures;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The measures of each class. */
final class ClassTable {
    static final List<String> SHOWN = List.of(
            "class", "images", "precision", "recall", "F1", "mean radius", "max radius", "most often mistaken for");
    static final List<String> COLUMNS = List.of(
            "round", "class", "images", "precision", "recall", "f1", "mean_radius", "max_radius", "centroid_moved");
    static final List<String> CONFUSION_COLUMNS = List.of("true_class", "predicted_class", "images");

    private ClassTable() {}

    /** The classes of one checkpoint, the one with the lowest recall first. */
    static List<List<String>> shown(Evaluation evaluation) {
        return evaluation.perClass().stream()
                .sorted(Comparator.comparingDouble(ClassMeasures::recall).thenComparing(ClassMeasures::name))
                .map(one -> List.of(
                        one.name(),
                        Integer.toString(one.images()),
                        Figures.three(one.precision()),
                        Figures.three(one.recall()),
                        Figures.three(one.f1()),
                        Figures.three(one.meanRadius()),
                        Figures.three(one.maxRadius()),
                        mostOftenTakenFor(evaluation, evaluation.classes().indexOf(one.name()))))
                .toList();
    }

    private static String mostOftenTakenFor(Evaluation evaluation, int row) {
        int most = -1;
        int[] counts = evaluation.confusion()[row];
        for (int column = 0; column < counts.length; column++) {
            if (column != row && counts[column] > 0 && (most < 0 || counts[column] > counts[most])) {
                most = column;
            }
        }
        return most < 0 ? "" : "%s (%d)".formatted(evaluation.classes().get(most), counts[most]);
    }

    /** Every class under every checkpoint. */
    static List<List<String>> all(TrainingHistory history) {
        return history.rounds().stream()
                .flatMap(round -> round.evaluation().perClass().stream()
                        .map(one -> List.of(
                                Integer.toString(round.round()),
                                one.name(),
                                Integer.toString(one.images()),
                                Figures.exact(one.precision()),
                                Figures.exact(one.recall()),
                                Figures.exact(one.f1()),
                                Figures.exact(one.meanRadius()),
                                Figures.exact(one.maxRadius()),
                                Figures.exact(one.centroidMoved()))))
                .toList();
    }

    /** The confusion counts of one checkpoint, only those over 0. */
    static List<List<String>> confusion(Evaluation evaluation) {
        List<List<String>> rows = new ArrayList<>();
        for (int row = 0; row < evaluation.confusion().length; row++) {
            for (int column = 0; column < evaluation.confusion().length; column++) {
                int images = evaluation.confusion()[row][column];
                if (images > 0) {
                    rows.add(List.of(
                            evaluation.classes().get(row), evaluation.classes().get(column), Integer.toString(images)));
                }
            }
        }
        return rows;
    }
}
