package dev.plankton.evaluate.measures;

import java.util.stream.IntStream;

/**
 * How widely vectors are spread; near 0 they have all become one point and the network has collapsed.
 *
 * @param meanPairwiseDistance mean Euclidean distance over all pairs
 * @param variance sum over dimensions of the variance (of the whole set, divided by its size)
 */
public record Spread(double meanPairwiseDistance, double variance) {

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
