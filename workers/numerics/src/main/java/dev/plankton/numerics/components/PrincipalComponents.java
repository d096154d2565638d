package dev.plankton.numerics.components;

import java.util.Arrays;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.MatrixUtils;

/**
 * A basis of the directions in which vectors vary most: eigenvectors of their covariance. The sign of each is fixed:
 * its coordinate of the largest magnitude is positive, as in scikit-learn's {@code PCA} since 1.5.
 *
 * @param mean mean of the vectors that the basis was fitted on, length dimensions
 * @param axes shape components x dimensions; unit vectors, the one with the largest variance first
 * @param explained share of the total variance along each axis, 0 to 1
 */
@SuppressWarnings("ArrayRecordComponent") // matrices of plain numbers
public record PrincipalComponents(double[] mean, double[][] axes, double[] explained) {

    /**
     * Fits a basis.
     *
     * @param vectors shape n x dimensions, n at least 1
     * @param components number of axes; if there are more than dimensions, the additional axes are zero
     */
    public static PrincipalComponents fit(float[][] vectors, int components) {
        double[] mean = mean(vectors);
        double[][] covariance = covariance(vectors, mean);
        EigenDecompositionSymmetric eigen = new EigenDecompositionSymmetric(MatrixUtils.createRealMatrix(covariance));
        double total = 0;
        for (int i = 0; i < mean.length; i++) {
            total += covariance[i][i];
        }
        double[][] axes = new double[components][mean.length];
        double[] explained = new double[components];
        for (int component = 0; component < Math.min(components, mean.length); component++) {
            axes[component] = withSign(eigen.getEigenvector(component).toArray());
            explained[component] = total > 0 ? Math.max(0, eigen.getEigenvalue(component)) / total : 0;
        }
        return new PrincipalComponents(mean, axes, explained);
    }

    /**
     * The coordinates of vectors along the axes.
     *
     * @param vectors shape n x dimensions
     * @return shape n x components
     */
    public double[][] project(float[][] vectors) {
        return Arrays.stream(vectors).map(this::project).toArray(double[][]::new);
    }

    private double[] project(float[] vector) {
        double[] coordinates = new double[axes.length];
        for (int component = 0; component < axes.length; component++) {
            for (int i = 0; i < mean.length; i++) {
                coordinates[component] += (vector[i] - mean[i]) * axes[component][i];
            }
        }
        return coordinates;
    }

    private static double[] mean(float[][] vectors) {
        double[] mean = new double[vectors[0].length];
        for (float[] vector : vectors) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += vector[i];
            }
        }
        return Arrays.stream(mean).map(sum -> sum / vectors.length).toArray();
    }

    private static double[][] covariance(float[][] vectors, double[] mean) {
        double[][] covariance = new double[mean.length][mean.length];
        double[] centred = new double[mean.length];
        for (float[] vector : vectors) {
            for (int i = 0; i < mean.length; i++) {
                centred[i] = vector[i] - mean[i];
            }
            for (int i = 0; i < mean.length; i++) {
                double[] row = covariance[i];
                double value = centred[i];
                for (int j = 0; j < row.length; j++) {
                    row[j] += value * centred[j];
                }
            }
        }
        return Arrays.stream(covariance)
                .map(row -> Arrays.stream(row).map(sum -> sum / vectors.length).toArray())
                .toArray(double[][]::new);
    }

    private static double[] withSign(double[] axis) {
        double largest = 0;
        for (double coordinate : axis) {
            if (Math.abs(coordinate) > Math.abs(largest)) {
                largest = coordinate;
            }
        }
        double sign = largest < 0 ? -1 : 1;
        return Arrays.stream(axis).map(coordinate -> sign * coordinate).toArray();
    }
}
