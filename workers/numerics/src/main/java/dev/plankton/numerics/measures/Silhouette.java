package dev.plankton.numerics.measures;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Rousseeuw's silhouette (1987), as in scikit-learn: (b - a) / max(a, b). Here a is the mean Euclidean distance to the
 * other vectors of the same class, and b is the smallest mean distance to the vectors of another class. It is 0 for the
 * only vector of its class.
 */
public final class Silhouette {
    private Silhouette() {}

    /** The mean over all vectors. @return from -1 to 1; 0 if fewer than two classes have vectors */
    public static double of(LabelledVectors images) {
        return of(images, images.rows());
    }

    /**
     * The mean over some vectors. Each is compared with all vectors, so that for rows drawn at random it estimates the
     * mean over all without bias.
     *
     * @return from -1 to 1; 0 if fewer than two classes have vectors
     */
    public static double of(LabelledVectors images, int[] rows) {
        double sum = 0;
        for (double silhouette : each(images, rows)) {
            sum += silhouette;
        }
        return rows.length == 0 ? 0 : sum / rows.length;
    }

    /**
     * The silhouette of each vector.
     *
     * @return for each vector from -1 to 1; 0 if fewer than two classes have vectors
     */
    public static double[] each(LabelledVectors images) {
        return each(images, images.rows());
    }

    private static double[] each(LabelledVectors images, int[] rows) {
        double[] silhouettes = new double[rows.length];
        int[] counts = images.counts();
        if (IntStream.of(counts).filter(count -> count > 0).count() > 1) {
            Comparison.run(
                    rows.length,
                    images.vectors(),
                    (from, to) -> new Portion(images, counts, Arrays.copyOfRange(rows, from, to), silhouettes, from));
        }
        return silhouettes;
    }

    private static final class Portion implements Comparison.Portion {
        private final LabelledVectors images;
        private final int[] counts;
        private final int[] rows;
        private final double[] silhouettes;
        private final int from;
        private final double[][] sums;
        private final float[] squared = new float[ReferenceBlock.MOST];
        private final double[] distances = new double[ReferenceBlock.MOST];

        Portion(LabelledVectors images, int[] counts, int[] rows, double[] silhouettes, int from) {
            this.images = images;
            this.counts = counts;
            this.rows = rows;
            this.silhouettes = silhouettes;
            this.from = from;
            this.sums = new double[rows.length][counts.length];
        }

        @Override
        public void compare(ReferenceBlock block) {
            for (int query = 0; query < rows.length; query++) {
                block.squared(images.vectors()[rows[query]], squared);
                Distances.roots(squared, distances, block.size());
                addByClass(distances, images.labels(), block.first(), block.size(), sums[query]);
            }
        }

        private static void addByClass(double[] distances, int[] labels, int first, int size, double[] sums) {
            for (int i = 0; i < size; i++) {
                sums[labels[first + i]] += distances[i];
            }
        }

        @Override
        public void finish() {
            for (int query = 0; query < rows.length; query++) {
                silhouettes[from + query] = silhouette(sums[query], images.labels()[rows[query]]);
            }
        }

        private double silhouette(double[] sumsByClass, int own) {
            if (counts[own] == 1) {
                return 0;
            }
            double a = sumsByClass[own] / (counts[own] - 1);
            double b = Double.POSITIVE_INFINITY;
            for (int c = 0; c < sumsByClass.length; c++) {
                if (c != own && counts[c] > 0) {
                    b = Math.min(b, sumsByClass[c] / counts[c]);
                }
            }
            double larger = Math.max(a, b);
            return larger == 0 ? 0 : (b - a) / larger;
        }
    }
}
