package dev.plankton.db.rows;

import java.util.List;
import java.util.stream.IntStream;

/** How many images of one class were predicted to be of one class, another or the same. */
public record ConfusionCell(String trueClass, String predictedClass, int images) {

    /**
     * The cells of a confusion matrix that are over 0, row by row.
     *
     * @param counts shape classes x classes, row = true class, column = predicted class
     */
    public static List<ConfusionCell> over0(List<String> classes, int[][] counts) {
        return IntStream.range(0, counts.length)
                .boxed()
                .flatMap(row -> IntStream.range(0, counts.length)
                        .filter(column -> counts[row][column] > 0)
                        .mapToObj(column ->
                                new ConfusionCell(classes.get(row), classes.get(column), counts[row][column])))
                .toList();
    }
}
