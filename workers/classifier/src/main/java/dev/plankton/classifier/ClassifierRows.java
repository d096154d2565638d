package dev.plankton.classifier;

import dev.plankton.classifier.measures.Confusion;
import dev.plankton.db.rows.ClassifierRow;
import dev.plankton.db.rows.ConfusionCell;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A classifier's result as the run history keeps it. */
final class ClassifierRows {
    private ClassifierRows() {}

    static ClassifierRow row(String runId, String classifier, ClassifierResult result) {
        Confusion confusion = result.confusion();
        return new ClassifierRow(
                runId,
                classifier,
                result.round(),
                result.bestEpoch(),
                result.validationAccuracy(),
                confusion.accuracy(),
                confusion.macroF1(),
                IntStream.range(0, result.classes().size())
                        .mapToObj(c -> new ClassifierRow.ClassScore(
                                result.classes().get(c),
                                confusion.images(c),
                                confusion.precision(c),
                                confusion.recall(c),
                                confusion.f1(c)))
                        .toList(),
                cells(result));
    }

    private static List<ConfusionCell> cells(ClassifierResult result) {
        int[][] counts = result.confusion().counts();
        List<ConfusionCell> cells = new ArrayList<>();
        for (int row = 0; row < counts.length; row++) {
            for (int column = 0; column < counts.length; column++) {
                if (counts[row][column] > 0) {
                    cells.add(new ConfusionCell(
                            result.classes().get(row), result.classes().get(column), counts[row][column]));
                }
            }
        }
        return cells;
    }
}
