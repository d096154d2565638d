package dev.plankton.db.rows;

import java.util.List;
import java.util.stream.IntStream;

/** How many images of one class were taken for another, or rightly for their own. */
public record ConfusionCell(String trueClass, String predictedClass, int images) {

    /**
     * The cells over 0 of a matrix, row by row.
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
