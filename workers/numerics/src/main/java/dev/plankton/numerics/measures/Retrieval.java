package dev.plankton.numerics.measures;

import dev.plankton.numerics.selection.Selection;
import java.util.Arrays;

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

    /** Distances that a thread keeps, 4 bytes each. */
    private static final int MOST_KEPT = 8_000_000;

    private record OfQuery(int first, double precision, double averagePrecision) {}

    /** Measures the retrieval of the images; all measures are 0 if no class has two images. */
    public static Retrieval of(LabelledVectors images) {
        return of(images, images.rows());
    }

    /**
     * Measures the retrieval with only some of the images as queries; the references are all images. For rows drawn at
     * random it estimates the measures of all without bias.
     */
    public static Retrieval of(LabelledVectors images, int[] rows) {
        int[] counts = images.counts();
        int[] queries = Arrays.stream(rows)
                .filter(row -> counts[images.labels()[row]] > 1)
                .toArray();
        OfQuery[] results = new OfQuery[queries.length];
        Comparison.run(
                queries.length,
                MOST_KEPT / Math.max(1, images.size()),
                images.vectors(),
                (from, to) -> new Portion(images, counts, Arrays.copyOfRange(queries, from, to), results, from));
        return new Retrieval(
                Arrays.stream(results).mapToDouble(OfQuery::first).average().orElse(0),
                Arrays.stream(results).mapToDouble(OfQuery::precision).average().orElse(0),
                Arrays.stream(results)
                        .mapToDouble(OfQuery::averagePrecision)
                        .average()
                        .orElse(0));
    }

    private static final class Portion implements Comparison.Portion {
        private final LabelledVectors images;
        private final int[] counts;
        private final int[] queries;
        private final OfQuery[] results;
        private final int from;
        private final float[][] squared;
        private final float[] ofBlock = new float[ReferenceBlock.MOST];
        private final long[] keys;

        Portion(LabelledVectors images, int[] counts, int[] queries, OfQuery[] results, int from) {
            this.images = images;
            this.counts = counts;
            this.queries = queries;
            this.results = results;
            this.from = from;
            this.squared = new float[queries.length][images.size()];
            this.keys = new long[images.size()];
        }

        @Override
        public void compare(ReferenceBlock block) {
            for (int query = 0; query < queries.length; query++) {
                block.squared(images.vectors()[queries[query]], ofBlock);
                System.arraycopy(ofBlock, 0, squared[query], block.first(), block.size());
            }
        }

        @Override
        public void finish() {
            for (int query = 0; query < queries.length; query++) {
                int label = images.labels()[queries[query]];
                int r = counts[label] - 1;
                results[from + query] =
                        query(ranked(squared[query], keys, queries[query], r), images.labels(), label, r);
            }
        }
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
    private static int[] ranked(float[] squared, long[] keys, int query, int count) {
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
