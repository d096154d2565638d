package dev.plankton.numerics.measures;

import dev.plankton.numerics.selection.Selection;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How often the nearest vectors belong to the same class. Each vector in turn is the query, and all others of the same
 * set are the references (leave one out). R is the number of references of the query's class. The measures are defined
 * in Musgrave et al., "A Metric Learning Reality Check" (2020), and computed as in their pytorch-metric-learning.
 * Queries without a reference of their class are left out of the means. All measures are from 0 to 1.
 *
 * @param precisionAt1 how often the nearest reference belongs to the query's class
 * @param rPrecision mean share of the R nearest references that belong to the query's class
 * @param meanAveragePrecisionAtR MAP@R: mean of 1/R times the sum, over those of the R nearest that belong to the
 *     class, of the precision up to their rank
 */
public record Retrieval(double precisionAt1, double rPrecision, double meanAveragePrecisionAtR) {

    private record OfQuery(int first, double precision, double averagePrecision) {}

    /** Measures the retrieval of the images; all measures are 0 if no class has two images. */
    public static Retrieval of(LabelledVectors images) {
        Distances distances = new Distances(images.vectors());
        int[] counts = images.counts();
        OfQuery[] queries = IntStream.range(0, images.size())
                .parallel()
                .filter(query -> counts[images.labels()[query]] > 1)
                .mapToObj(query -> query(
                        ranked(distances.squaredTo(images.vectors()[query]), query, counts[images.labels()[query]] - 1),
                        images.labels(),
                        images.labels()[query],
                        counts[images.labels()[query]] - 1))
                .toArray(OfQuery[]::new);
        return new Retrieval(
                Arrays.stream(queries).mapToDouble(OfQuery::first).average().orElse(0),
                Arrays.stream(queries).mapToDouble(OfQuery::precision).average().orElse(0),
                Arrays.stream(queries)
                        .mapToDouble(OfQuery::averagePrecision)
                        .average()
                        .orElse(0));
    }

    private static OfQuery query(int[] ranked, int[] labels, int label, int r) {
        int hits = 0;
        double precisions = 0;
        for (int rank = 1; rank <= r; rank++) {
            if (labels[ranked[rank - 1]] == label) {
                hits++;
                precisions += (double) hits / rank;
            }
        }
        return new OfQuery(labels[ranked[0]] == label ? 1 : 0, (double) hits / r, precisions / r);
    }

    /** The nearest references without the query, the nearest first; equally near ones in their order. */
    private static int[] ranked(float[] squared, int query, int count) {
        long[] keys = new long[squared.length];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = Selection.key(squared[i], i);
        }
        keys[query] = Long.MAX_VALUE;
        Selection.split(keys, 0, keys.length, count);
        Arrays.sort(keys, 0, count);
        int[] ranked = new int[count];
        for (int rank = 0; rank < count; rank++) {
            ranked[rank] = Selection.index(keys[rank]);
        }
        return ranked;
    }
}
