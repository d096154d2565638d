package dev.plankton.numerics.linkage;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * Cuts a hierarchy made with Ward's linkage into groups.
 *
 * <p>Ward's heights grow with the size of clusters, so a height that suits a few hundred images does not suit some
 * thousand. The spread of a cluster does not: it is the root of the mean squared distance between two of its points.
 * With squared heights, Ward's linkage adds up twice the sum of squares inside a cluster of n points, which is n - 1 times
 * the square of its spread. So the spread is the quadratic mean of the heights of the merges that made the cluster.
 */
public final class Cut {
    private Cut() {}

    /**
     * The spread of each cluster that a merge made.
     *
     * @return one for each merge, in units of the vectors. A cluster may have a smaller spread than a part of it, if the
     *     other part lies in the middle
     */
    public static double[] spreads(Linkage linkage) {
        int points = linkage.points();
        double[] squares = new double[points - 1];
        double[] spreads = new double[points - 1];
        for (int merge = 0; merge < spreads.length; merge++) {
            double height = linkage.height()[merge];
            squares[merge] = height * height
                    + below(squares, linkage.left()[merge] - points)
                    + below(squares, linkage.right()[merge] - points);
            spreads[merge] = Math.sqrt(squares[merge] / (linkage.size()[merge] - 1));
        }
        return spreads;
    }

    private static double below(double[] squares, int merge) {
        return merge < 0 ? 0 : squares[merge];
    }

    /**
     * The largest clusters whose spread is at most the given one; a larger spread only joins groups.
     *
     * @return the group of each point, from 0 in the order of their first points
     */
    public static int[] atSpread(Linkage linkage, double spread) {
        double[] spreads = spreads(linkage);
        return groups(linkage, merge -> spreads[merge] <= spread);
    }

    /**
     * As many groups as wanted, of least variance: the highest merges are undone.
     *
     * @param count at least 1; if there are fewer points, each is a group
     * @return the group of each point, from 0 in the order of their first points
     */
    public static int[] into(Linkage linkage, int count) {
        int kept = linkage.points() - count;
        return groups(linkage, merge -> merge < kept);
    }

    private static int[] groups(Linkage linkage, IntPredicate together) {
        int points = linkage.points();
        int[] clusters = new int[points];
        Arrays.setAll(clusters, point -> point);
        // From the top: the largest clusters come first, and what is inside them is passed over.
        boolean[] inside = new boolean[2 * points - 1];
        for (int merge = points - 2; merge >= 0; merge--) {
            int cluster = points + merge;
            boolean kept = inside[cluster] || together.test(merge);
            if (kept && !inside[cluster]) {
                for (int point : linkage.members(cluster)) {
                    clusters[point] = cluster;
                }
            }
            inside[linkage.left()[merge]] = kept;
            inside[linkage.right()[merge]] = kept;
        }
        return numbered(clusters);
    }

    private static int[] numbered(int[] clusters) {
        int[] numbers = new int[2 * clusters.length];
        int groups = 0;
        int[] numbered = new int[clusters.length];
        for (int point = 0; point < clusters.length; point++) {
            if (numbers[clusters[point]] == 0) {
                numbers[clusters[point]] = ++groups;
            }
            numbered[point] = numbers[clusters[point]] - 1;
        }
        return numbered;
    }
}
