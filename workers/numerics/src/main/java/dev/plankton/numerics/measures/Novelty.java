package dev.plankton.numerics.measures;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Scores that are high for images of classes that are not among the labelled ones. */
public final class Novelty {
    private final Centroids centroids;
    private final double[] radii;
    private final NearestNeighbours neighbours;

    /**
     * @param labelled images of known classes
     * @param neighbours how many nearest images count
     */
    public Novelty(LabelledVectors labelled, int neighbours) {
        this.centroids = Centroids.of(labelled);
        this.radii = Radii.of(labelled, centroids).mean();
        this.neighbours = new NearestNeighbours(labelled, neighbours);
    }

    /** Euclidean distance to the nearest centroid of a known class. @param vectors shape n x dimensions */
    public double[] distances(float[][] vectors) {
        return scores(vectors, false);
    }

    /**
     * The same in units of the mean distance of that class's own images to their centroid, the smallest over all classes.
     *
     * @param vectors shape n x dimensions
     */
    public double[] relativeDistances(float[][] vectors) {
        return scores(vectors, true);
    }

    private double[] scores(float[][] vectors, boolean relative) {
        return IntStream.range(0, vectors.length)
                .parallel()
                .mapToDouble(i -> IntStream.range(0, radii.length)
                        .filter(c -> centroids.counts()[c] > 0)
                        .mapToDouble(
                                c -> Distances.euclidean(vectors[i], centroids.vectors()[c])
                                        / (relative ? Math.max(radii[c], Double.MIN_NORMAL) : 1))
                        .min()
                        .orElse(Double.POSITIVE_INFINITY))
                .toArray();
    }

    /** Mean Euclidean distance to the nearest labelled images. @param vectors shape n x dimensions */
    public double[] neighbourDistances(float[][] vectors) {
        return neighbours.of(vectors).stream()
                .mapToDouble(NearestNeighbours::meanDistance)
                .toArray();
    }

    /**
     * The energy of a classifier's outputs: the logarithm of the sum of their exponentials, with the other sign. It is low
     * where some class is clearly favoured, and high where none is (Liu et al. 2020, "Energy-based out-of-distribution
     * detection", equation 4, temperature 1).
     *
     * @param logits outputs before the softmax, shape n x classes
     */
    public static double[] energies(double[][] logits) {
        return Arrays.stream(logits).mapToDouble(row -> -logOfSum(row)).toArray();
    }

    private static double logOfSum(double[] logits) {
        double largest = Arrays.stream(logits).max().orElseThrow();
        double sum =
                Arrays.stream(logits).map(logit -> Math.exp(logit - largest)).sum();
        return largest + Math.log(sum);
    }
}
