package dev.plankton.evaluate.measures;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How well the nearest vectors are of the same class. Each vector in turn is the query and all others of the same set
 * the references (leave one out). With R the number of references of the query's class, as defined by Musgrave et al.,
 * "A Metric Learning Reality Check" (2020), and computed by their pytorch-metric-learning; queries without any such
 * reference are left out of the means.
 *
 * @param precisionAt1 how often the nearest reference is of the query's class
 * @param rPrecision mean share of the R nearest references that are of the query's class
 * @param meanAveragePrecisionAtR MAP@R: mean of 1/R times the sum, over those of the R nearest that are of the class,
 *     of the precision up to their rank
 */
public record Retrieval(double precisionAt1, double rPrecision, double meanAveragePrecisionAtR) {

    private record OfQuery(int first, double precision, double averagePrecision) {}

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

    /** The nearest references, the nearest first, the query left out; equally near ones in their order. */
    private static int[] ranked(float[] squared, int query, int count) {
        // Bits of floats that are not negative sort as the floats do, so a long holds both distance and index.
        long[] keys = new long[squared.length];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = (long) Float.floatToRawIntBits(squared[i]) << 32 | i;
        }
        keys[query] = Long.MAX_VALUE;
        Smallest.first(keys, count);
        Arrays.sort(keys, 0, count);
        int[] ranked = new int[count];
        for (int rank = 0; rank < count; rank++) {
            ranked[rank] = (int) keys[rank];
        }
        return ranked;
    }
}
