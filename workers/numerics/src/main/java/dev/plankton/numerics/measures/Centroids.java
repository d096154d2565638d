package dev.plankton.numerics.measures;

import java.util.stream.IntStream;

/**
 * The mean vector of each class.
 *
 * @param vectors shape classes x dimensions; zeros for a class without images
 * @param counts number of images of each class
 */
@SuppressWarnings("ArrayRecordComponent") // plain arrays are the point
public record Centroids(float[][] vectors, int[] counts) {

    /** Computes the centroids. */
    public static Centroids of(LabelledVectors images) {
        int[] counts = images.counts();
        double[][] sums = new double[images.classes()][images.dimensions()];
        for (int i = 0; i < images.size(); i++) {
            double[] sum = sums[images.labels()[i]];
            for (int d = 0; d < sum.length; d++) {
                sum[d] += images.vectors()[i][d];
            }
        }
        float[][] means = new float[sums.length][images.dimensions()];
        for (int c = 0; c < means.length; c++) {
            for (int d = 0; d < means[c].length; d++) {
                means[c][d] = counts[c] == 0 ? 0 : (float) (sums[c][d] / counts[c]);
            }
        }
        return new Centroids(means, counts);
    }

    /**
     * Finds the nearest centroid (Euclidean) of each image.
     *
     * @param images shape n x dimensions
     * @return the class of each image; of equally near centroids the first
     */
    public int[] nearest(float[][] images) {
        Distances distances = new Distances(vectors);
        return IntStream.range(0, images.length)
                .parallel()
                .map(i -> nearest(distances.squaredTo(images[i])))
                .toArray();
    }

    private int nearest(float[] squared) {
        int best = -1;
        for (int c = 0; c < squared.length; c++) {
            if (counts[c] > 0 && (best < 0 || squared[c] < squared[best])) {
                best = c;
            }
        }
        return best;
    }

    /** @return Euclidean distance of each image to the centroid of its class */
    public double[] distancesToOwn(LabelledVectors images) {
        return IntStream.range(0, images.size())
                .mapToDouble(i -> Distances.euclidean(images.vectors()[i], vectors[images.labels()[i]]))
                .toArray();
    }

    /** @return Euclidean distances between the centroids, shape classes x classes */
    public double[][] distances() {
        double[][] matrix = new double[vectors.length][vectors.length];
        for (int a = 0; a < vectors.length; a++) {
            for (int b = a + 1; b < vectors.length; b++) {
                matrix[a][b] = Distances.euclidean(vectors[a], vectors[b]);
                matrix[b][a] = matrix[a][b];
            }
        }
        return matrix;
    }

    /**
     * How far each centroid moved.
     *
     * @param before the earlier centroids, shape classes x dimensions
     * @return Euclidean distances, one for each class
     */
    public double[] movedFrom(float[][] before) {
        return IntStream.range(0, vectors.length)
                .mapToDouble(c -> Distances.euclidean(vectors[c], before[c]))
                .toArray();
    }
}
