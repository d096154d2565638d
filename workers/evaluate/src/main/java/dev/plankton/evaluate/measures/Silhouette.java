package dev.plankton.evaluate.measures;

import java.util.stream.IntStream;

/**
 * Rousseeuw's mean silhouette (1987), as in scikit-learn: (b - a) / max(a, b) with a the mean Euclidean distance to the
 * other vectors of the same class and b the smallest mean distance to those of another class; 0 for the only vector of
 * its class.
 */
public final class Silhouette {
    private Silhouette() {}

    /** @return from -1 to 1; 0 if fewer than two classes have vectors */
    public static double of(LabelledVectors images) {
        int[] counts = images.counts();
        if (IntStream.of(counts).filter(count -> count > 0).count() < 2) {
            return 0;
        }
        Distances distances = new Distances(images.vectors());
        double[] each = IntStream.range(0, images.size())
                .parallel()
                .mapToDouble(
                        i -> of(distances.squaredTo(images.vectors()[i]), images.labels(), counts, images.labels()[i]))
                .toArray();
        double sum = 0;
        for (double silhouette : each) {
            sum += silhouette;
        }
        return sum / each.length;
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
