package dev.plankton.numerics.measures;

/**
 * How widely vectors are spread. If both values are near 0, all vectors are nearly one point: the network has
 * collapsed.
 *
 * @param meanPairwiseDistance mean Euclidean distance over all pairs
 * @param variance sum over dimensions of the population variance (divided by the number of vectors)
 */
public record Spread(double meanPairwiseDistance, double variance) {

    /** Measures the spread of the vectors; the classes do not matter. */
    public static Spread of(LabelledVectors images) {
        return of(images, images.rows());
    }

    /**
     * Measures the spread of the vectors, the mean distance only from some of them to all others. For rows drawn at
     * random it estimates the mean over all pairs without bias.
     */
    public static Spread of(LabelledVectors images, int[] rows) {
        return new Spread(meanPairwiseDistance(images.vectors(), rows), variance(images.vectors()));
    }

    private static double meanPairwiseDistance(float[][] vectors, int[] rows) {
        if (vectors.length < 2 || rows.length == 0) {
            return 0;
        }
        double[] each = new double[rows.length];
        Comparison.run(rows.length, vectors, (from, to) -> new Sums(vectors, rows, each, from, to));
        double sum = 0;
        for (double distance : each) {
            sum += distance;
        }
        return sum / rows.length / (vectors.length - 1);
    }

    /** Adds up the distances from each of some rows to all vectors. */
    private static final class Sums implements Comparison.Portion {
        private final float[][] vectors;
        private final int[] rows;
        private final double[] each;
        private final int from;
        private final int to;
        private final float[] squared = new float[ReferenceBlock.MOST];
        private final double[] distances = new double[ReferenceBlock.MOST];

        Sums(float[][] vectors, int[] rows, double[] each, int from, int to) {
            this.vectors = vectors;
            this.rows = rows;
            this.each = each;
            this.from = from;
            this.to = to;
        }

        @Override
        public void compare(ReferenceBlock block) {
            for (int query = from; query < to; query++) {
                block.squared(vectors[rows[query]], squared);
                Distances.roots(squared, distances, block.size());
                double sum = each[query];
                for (int i = 0; i < block.size(); i++) {
                    sum += distances[i];
                }
                each[query] = sum;
            }
        }

        @Override
        public void finish() {
            // The sums are already where they belong.
        }
    }

    private static double variance(float[][] vectors) {
        double total = 0;
        for (int d = 0; vectors.length > 0 && d < vectors[0].length; d++) {
            double mean = 0;
            for (float[] vector : vectors) {
                mean += (double) vector[d] / vectors.length;
            }
            for (float[] vector : vectors) {
                total += (vector[d] - mean) * (vector[d] - mean) / vectors.length;
            }
        }
        return total;
    }
}
