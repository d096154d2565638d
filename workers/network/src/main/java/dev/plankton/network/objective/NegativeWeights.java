package dev.plankton.network.objective;

/**
 * The chance with which distance-weighted sampling draws each negative of an anchor (Wu et al. 2017, "Sampling matters in
 * deep embedding learning", section 4.1): the reciprocal of the density of distances between points that are spread evenly on
 * the sphere.
 */
final class NegativeWeights {
    /** Nearer negatives count as this far, because few of them would otherwise take all the weight. From the paper. */
    private static final double LEAST_DISTANCE = 0.5;
    /** Negatives from here on are never drawn, because they no longer teach anything. From the authors' code. */
    private static final double MOST_DISTANCE = 1.4;

    private NegativeWeights() {}

    /**
     * The chances.
     *
     * @param distances squared distances between embeddings of length 1, shape anchors x rows; the anchors are the first rows
     * @param dimensions of the embeddings
     * @return shape anchors x rows; a row adds up to 1, or to 0 if all its negatives are too far
     */
    static double[][] of(double[][] distances, int[] classes, int dimensions) {
        double[][] weights = new double[distances.length][classes.length];
        for (int anchor = 0; anchor < distances.length; anchor++) {
            double[] logarithms = new double[classes.length];
            double largest = Double.NEGATIVE_INFINITY;
            for (int other = 0; other < classes.length; other++) {
                logarithms[other] =
                        classes[other] == classes[anchor] || distances[anchor][other] >= MOST_DISTANCE * MOST_DISTANCE
                                ? Double.NEGATIVE_INFINITY
                                : -logarithmOfDensity(distances[anchor][other], dimensions);
                largest = Math.max(largest, logarithms[other]);
            }
            if (largest > Double.NEGATIVE_INFINITY) {
                share(logarithms, largest, weights[anchor]);
            }
        }
        return weights;
    }

    private static double logarithmOfDensity(double squaredDistance, int dimensions) {
        double square = Math.max(squaredDistance, LEAST_DISTANCE * LEAST_DISTANCE);
        return (dimensions - 2) / 2.0 * Math.log(square) + (dimensions - 3) / 2.0 * Math.log(1 - square / 4);
    }

    private static void share(double[] logarithms, double largest, double[] shares) {
        double sum = 0;
        for (int other = 0; other < shares.length; other++) {
            shares[other] = Math.exp(logarithms[other] - largest);
            sum += shares[other];
        }
        for (int other = 0; other < shares.length; other++) {
            shares[other] /= sum;
        }
    }
}
