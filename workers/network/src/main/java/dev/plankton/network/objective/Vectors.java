package dev.plankton.network.objective;

/** Sums over vectors, each a row. */
final class Vectors {
    private Vectors() {}

    static double dot(double[] left, double[] right) {
        double sum = 0;
        for (int i = 0; i < left.length; i++) {
            sum += left[i] * right[i];
        }
        return sum;
    }

    /** All products of a row of the one with a row of the other, shape left x right. */
    static double[][] dots(double[][] left, double[][] right) {
        double[][] dots = new double[left.length][right.length];
        for (int i = 0; i < left.length; i++) {
            for (int j = 0; j < right.length; j++) {
                dots[i][j] = dot(left[i], right[j]);
            }
        }
        return dots;
    }

    /** Adds factor times a vector to a sum. */
    static void add(double[] sum, double factor, double[] vector) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += factor * vector[i];
        }
    }

    static double meanLength(double[][] vectors) {
        double sum = 0;
        for (double[] vector : vectors) {
            sum += Math.sqrt(dot(vector, vector));
        }
        return sum / Math.max(1, vectors.length);
    }

    /** The mean Euclidean distance between two different vectors. */
    static double meanDistance(double[][] squaredDistances) {
        double sum = 0;
        int rows = squaredDistances.length;
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < i; j++) {
                sum += Math.sqrt(squaredDistances[i][j]);
            }
        }
        return sum / Math.max(1, rows * (rows - 1) / 2);
    }

    /** The squared Euclidean distances between vectors, shape vectors x vectors. */
    static double[][] squaredDistances(double[][] vectors) {
        double[][] distances = new double[vectors.length][vectors.length];
        for (int i = 0; i < vectors.length; i++) {
            for (int j = 0; j < i; j++) {
                double sum = 0;
                for (int k = 0; k < vectors[i].length; k++) {
                    double difference = vectors[i][k] - vectors[j][k];
                    sum += difference * difference;
                }
                distances[i][j] = sum;
                distances[j][i] = sum;
            }
        }
        return distances;
    }
}
