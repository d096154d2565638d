package dev.plankton.numerics.measures;

import dev.plankton.numerics.selection.Selection;
import java.util.stream.IntStream;

/**
 * Vectors with their classes.
 *
 * @param vectors shape images x dimensions; all rows have the same length
 * @param labels class of each vector, from 0 up to but not including {@code classes}
 */
@SuppressWarnings("ArrayRecordComponent") // plain arrays are the point
public record LabelledVectors(float[][] vectors, int[] labels, int classes) {

    public LabelledVectors {
        if (vectors.length != labels.length) {
            throw new IllegalArgumentException("%d vectors, %d labels".formatted(vectors.length, labels.length));
        }
    }

    public int size() {
        return labels.length;
    }

    /** Length of a vector; 0 if there are none. */
    public int dimensions() {
        return vectors.length == 0 ? 0 : vectors[0].length;
    }

    /** All rows, from 0 on. */
    int[] rows() {
        return IntStream.range(0, labels.length).toArray();
    }

    /** The given rows, in the given order, with the same classes. */
    public LabelledVectors select(int[] rows) {
        return new LabelledVectors(
                Selection.rows(vectors, rows),
                IntStream.of(rows).map(row -> labels[row]).toArray(),
                classes);
    }

    /** Number of vectors of each class. */
    public int[] counts() {
        int[] counts = new int[classes];
        for (int label : labels) {
            counts[label]++;
        }
        return counts;
    }
}
