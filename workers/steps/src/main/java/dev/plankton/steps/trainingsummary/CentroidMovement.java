package dev.plankton.steps.trainingsummary;

import dev.plankton.contracts.formats.Evaluation;

/** How far the centroids of the classes moved from one checkpoint to another. */
final class CentroidMovement {
    private CentroidMovement() {}

    /**
     * Mean over the classes of the Euclidean distance between a class's centroids under two checkpoints, both of the
     * same validation images.
     */
    static double mean(Evaluation from, Evaluation to) {
        float[][] a = from.centroids();
        float[][] b = to.centroids();
        double sum = 0;
        for (int c = 0; c < a.length; c++) {
            double squares = 0;
            for (int d = 0; d < a[c].length; d++) {
                double difference = (double) a[c][d] - b[c][d];
                squares += difference * difference;
            }
            sum += Math.sqrt(squares);
        }
        return a.length == 0 ? Double.NaN : sum / a.length;
    }
}
