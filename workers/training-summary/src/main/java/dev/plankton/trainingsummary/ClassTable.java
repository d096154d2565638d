package dev.plankton.trainingsummary;

import dev.plankton.runtime.formats.Evaluation;
import dev.plankton.runtime.formats.Evaluation.ClassMeasures;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What was measured of each class. */
final class ClassTable {
    static final List<String> SHOWN = List.of(
            "class", "images", "precision", "recall", "F1", "mean radius", "max radius", "most often taken for");
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
                        Numbers.three(one.precision()),
                        Numbers.three(one.recall()),
                        Numbers.three(one.f1()),
                        Numbers.three(one.meanRadius()),
                        Numbers.three(one.maxRadius()),
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
                                Double.toString(one.precision()),
                                Double.toString(one.recall()),
                                Double.toString(one.f1()),
                                Double.toString(one.meanRadius()),
                                Double.toString(one.maxRadius()),
                                Double.toString(one.centroidMoved()))))
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
