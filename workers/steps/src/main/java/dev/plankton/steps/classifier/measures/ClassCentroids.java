package dev.plankton.steps.classifier.measures;

import dev.plankton.contracts.formats.EmbeddingTable;

/** Distances between the centroids of the classes. */
public final class ClassCentroids {
    private ClassCentroids() {}

    /**
     * Euclidean distances between the mean vectors of the classes. The mean vector of a class without images is the
     * origin.
     *
     * @return shape classes x classes
     */
    public static double[][] distances(EmbeddingTable embeddings) {
        double[][] centroids = centroids(embeddings);
        double[][] distances = new double[centroids.length][centroids.length];
        for (int a = 0; a < centroids.length; a++) {
            for (int b = 0; b < centroids.length; b++) {
                double squares = 0;
                for (int d = 0; d < centroids[a].length; d++) {
                    double difference = centroids[a][d] - centroids[b][d];
                    squares += difference * difference;
                }
                distances[a][b] = Math.sqrt(squares);
            }
        }
        return distances;
    }

    private static double[][] centroids(EmbeddingTable embeddings) {
        int dimensions = embeddings.size() == 0 ? 0 : embeddings.vectors()[0].length;
        double[][] sums = new double[embeddings.classes().size()][dimensions];
        int[] images = new int[sums.length];
        for (int row = 0; row < embeddings.size(); row++) {
            int c = embeddings.labels()[row];
            images[c]++;
            for (int d = 0; d < dimensions; d++) {
                sums[c][d] += embeddings.vectors()[row][d];
            }
        }
        for (int c = 0; c < sums.length; c++) {
            for (int d = 0; d < dimensions; d++) {
                sums[c][d] /= Math.max(1, images[c]);
            }
        }
        return sums;
    }
}
