package dev.plankton.numerics.measures;

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
        double sum = 0;
        for (double silhouette : each(images)) {
            sum += silhouette;
        }
        return images.size() == 0 ? 0 : sum / images.size();
    }

    /**
     * The silhouette of each vector.
     *
     * @return for each vector from -1 to 1; 0 if fewer than two classes have vectors
     */
    public static double[] each(LabelledVectors images) {
        int[] counts = images.counts();
        if (IntStream.of(counts).filter(count -> count > 0).count() < 2) {
            return new double[images.size()];
        }
        Distances distances = new Distances(images.vectors());
        return IntStream.range(0, images.size())
                .parallel()
                .mapToDouble(
                        i -> of(distances.squaredTo(images.vectors()[i]), images.labels(), counts, images.labels()[i]))
                .toArray();
    }

    private static double of(float[] squared, int[] labels, int[] counts, int own) {
        if (counts[own] == 1) {
            return 0;
        }
        double[] sums = new double[counts.length];
        for (int i = 0; i < squared.length; i++) {
            sums[labels[i]] += Math.sqrt(squared[i]);
        }
        double a = sums[own] / (counts[own] - 1);
        double b = Double.POSITIVE_INFINITY;
        for (int c = 0; c < sums.length; c++) {
            if (c != own && counts[c] > 0) {
                b = Math.min(b, sums[c] / counts[c]);
            }
        }
        double larger = Math.max(a, b);
        return larger == 0 ? 0 : (b - a) / larger;
    }
}
