package dev.plankton.relations;

import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.MatrixUtils;

/** The directions in which vectors vary most: the first few of them tell most differences apart. */
final class PrincipalAxes {
    private PrincipalAxes() {}

    /**
     * Coordinates of vectors along their principal axes, up to a shift.
     *
     * @param vectors shape n x dimensions, n at least 1
     * @param count how many axes, at most the dimensions
     * @return shape n x count, along the axis of the largest variance first
     */
    static double[][] coordinates(double[][] vectors, int count) {
        int dimensions = vectors[0].length;
        double[][] scatter = new double[dimensions][dimensions];
        for (double[] vector : vectors) {
            for (int i = 0; i < dimensions; i++) {
                for (int j = 0; j <= i; j++) {
                    scatter[i][j] += vector[i] * vector[j];
                    scatter[j][i] = scatter[i][j];
                }
            }
        }
        EigenDecompositionSymmetric eigen = new EigenDecompositionSymmetric(MatrixUtils.createRealMatrix(scatter));
        double[][] coordinates = new double[vectors.length][count];
        for (int axis = 0; axis < count; axis++) {
            double[] direction = eigen.getEigenvector(axis).toArray();
            for (int row = 0; row < vectors.length; row++) {
                double sum = 0;
                for (int i = 0; i < dimensions; i++) {
                    sum += direction[i] * vectors[row][i];
                }
                coordinates[row][axis] = sum;
            }
        }
        return coordinates;
    }
}
