package dev.plankton.numerics.measures;

/**
 * How far the vectors of each class are from their centroid.
 *
 * @param mean mean Euclidean distance for each class; 0 for a class without images
 * @param max largest such distance for each class; 0 for a class without images
 */
@SuppressWarnings("ArrayRecordComponent") // plain arrays are the point
public record Radii(double[] mean, double[] max) {

    /** Measures the radii. @param centroids one for each class of the images */
    public static Radii of(LabelledVectors images, Centroids centroids) {
        double[] mean = new double[images.classes()];
        double[] max = new double[images.classes()];
        double[] distances = centroids.distancesToOwn(images);
        for (int i = 0; i < distances.length; i++) {
            int label = images.labels()[i];
            mean[label] += distances[i] / centroids.counts()[label];
            max[label] = Math.max(max[label], distances[i]);
        }
        return new Radii(mean, max);
    }
}
