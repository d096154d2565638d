package dev.plankton.numerics.measures;

import java.util.stream.IntStream;

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
        return new Spread(meanPairwiseDistance(images.vectors()), variance(images.vectors()));
    }

    private static double meanPairwiseDistance(float[][] vectors) {
        if (vectors.length < 2) {
            return 0;
        }
        Distances distances = new Distances(vectors);
        double[] each = IntStream.range(0, vectors.length)
                .parallel()
                .mapToDouble(i -> sumOfRoots(distances.squaredTo(vectors[i])))
                .toArray();
        double sum = 0;
        for (double distance : each) {
            sum += distance;
        }
        return sum / vectors.length / (vectors.length - 1);
    }

    private static double sumOfRoots(float[] squared) {
        double sum = 0;
        for (float distance : squared) {
            sum += Math.sqrt(distance);
        }
        return sum;
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
