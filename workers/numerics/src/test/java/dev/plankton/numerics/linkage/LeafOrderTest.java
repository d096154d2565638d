package dev.plankton.numerics.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class LeafOrderTest {

    /** What SciPy 1.17.1 answers to {@code leaves_list(linkage(pdist(points), "average"))} for the points below. */
    @Test
    void theOrderIsThatOfSciPy() {
        assertThat(LeafOrder.of(distances(points(12)))).containsExactly(5, 7, 1, 11, 4, 8, 3, 2, 6, 9, 0, 10);
    }

    @Test
    void fewOrNoLeavesHaveAnOrderToo() {
        assertThat(LeafOrder.of(new double[0][0])).isEmpty();
        assertThat(LeafOrder.of(new double[1][1])).containsExactly(0);
        assertThat(LeafOrder.of(new double[][] {{0, 1}, {1, 0}})).containsExactly(0, 1);
    }

    @Test
    void equalDistancesAreMergedInTheirOrder() {
        assertThat(LeafOrder.of(new double[3][3])).containsExactly(2, 0, 1);
    }

    /** Points in a unit cube from a congruential generator that is easy to write in Python too. */
    private static double[][] points(int count) {
        long x = 12345;
        double[][] points = new double[count][3];
        for (double[] point : points) {
            for (int d = 0; d < point.length; d++) {
                x = (1103515245L * x + 12345) % 2147483648L;
                point[d] = x / 2147483648.0;
            }
        }
        return points;
    }

    private static double[][] distances(double[][] points) {
        double[][] distances = new double[points.length][points.length];
        for (int i = 0; i < points.length; i++) {
            for (int j = 0; j < points.length; j++) {
                distances[i][j] = Math.sqrt(Math.pow(points[i][0] - points[j][0], 2)
                        + Math.pow(points[i][1] - points[j][1], 2)
                        + Math.pow(points[i][2] - points[j][2], 2));
            }
        }
        return distances;
    }
}
