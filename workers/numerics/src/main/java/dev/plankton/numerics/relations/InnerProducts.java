package dev.plankton.numerics.relations;

import dev.plankton.numerics.CancelCheck;

/**
 * The inner products of vectors after their mean was subtracted, which changes no difference. The lengths of
 * differences and the angles between them follow from these products.
 *
 * @param centred the vectors minus their mean, shape n x dimensions
 * @param products shape n x n
 * @param largest the largest squared norm, which is the scale of rounding errors
 */
@SuppressWarnings("ArrayRecordComponent") // a matrix of plain numbers
record InnerProducts(double[][] centred, double[][] products, double largest) {
    private static final double ROUNDING = 1e-12;

    static InnerProducts of(float[][] vectors, CancelCheck cancelled) throws InterruptedException {
        double[][] centred = centred(vectors);
        double[][] products = new double[centred.length][centred.length];
        double largest = 0;
        for (int a = 0; a < centred.length; a++) {
            cancelled.check();
            for (int b = 0; b <= a; b++) {
                double sum = 0;
                for (int i = 0; i < centred[a].length; i++) {
                    sum += centred[a][i] * centred[b][i];
                }
                products[a][b] = sum;
                products[b][a] = sum;
            }
            largest = Math.max(largest, products[a][a]);
        }
        return new InnerProducts(centred, products, largest);
    }

    private static double[][] centred(float[][] vectors) {
        double[][] centred = new double[vectors.length][];
        double[] mean = new double[vectors.length == 0 ? 0 : vectors[0].length];
        for (float[] vector : vectors) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += vector[i] / (double) vectors.length;
            }
        }
        for (int row = 0; row < vectors.length; row++) {
            centred[row] = new double[mean.length];
            for (int i = 0; i < mean.length; i++) {
                centred[row][i] = vectors[row][i] - mean[i];
            }
        }
        return centred;
    }

    int size() {
        return products.length;
    }

    /** |a - b|², never negative. */
    double squaredLength(int a, int b) {
        return Math.max(0, products[a][a] + products[b][b] - 2 * products[a][b]);
    }

    /** |a - b| in full precision. Inner products lose precision if a and b are close together. */
    double length(int a, int b) {
        double sum = 0;
        for (int i = 0; i < centred[a].length; i++) {
            double gap = centred[a][i] - centred[b][i];
            sum += gap * gap;
        }
        return Math.sqrt(sum);
    }

    /** The inner product of a - b and c - d. */
    double ofDifferences(int a, int b, int c, int d) {
        return products[a][c] - products[a][d] - products[b][c] + products[b][d];
    }

    /** The largest rounding error of a squared length. */
    double rounding() {
        return ROUNDING * largest;
    }

    /** Whether a - b is longer than a rounding error. */
    boolean haveLength(int a, int b) {
        return squaredLength(a, b) > rounding();
    }

    int dimensions() {
        return centred.length == 0 ? 0 : centred[0].length;
    }
}
