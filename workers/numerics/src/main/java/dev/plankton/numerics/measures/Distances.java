package dev.plankton.numerics.measures;

/**
 * Squared Euclidean distances from any vector to a fixed set of not too many vectors. The set is stored dimension by
 * dimension, so that the inner loop runs over vectors and the compiler can use vector instructions. Safe for several
 * threads.
 */
final class Distances {
    private final float[][] columns;
    private final int size;

    /** @param vectors shape size x dimensions */
    Distances(float[][] vectors) {
        size = vectors.length;
        columns = new float[size == 0 ? 0 : vectors[0].length][size];
        for (int i = 0; i < size; i++) {
            for (int d = 0; d < columns.length; d++) {
                columns[d][i] = vectors[i][d];
            }
        }
    }

    /** @return squared distance to each vector of the set */
    float[] squaredTo(float[] vector) {
        float[] sums = new float[size];
        for (int d = 0; d < columns.length; d++) {
            float[] column = columns[d];
            float value = vector[d];
            for (int i = 0; i < sums.length; i++) {
                float difference = column[i] - value;
                sums[i] += difference * difference;
            }
        }
        return sums;
    }

    /** Writes the roots of the first squares, in double precision. */
    static void roots(float[] squared, double[] roots, int count) {
        for (int i = 0; i < count; i++) {
            roots[i] = Math.sqrt(squared[i]);
        }
    }

    static double euclidean(float[] a, float[] b) {
        double sum = 0;
        for (int d = 0; d < a.length; d++) {
            double difference = (double) a[d] - b[d];
            sum += difference * difference;
        }
        return Math.sqrt(sum);
    }
}
