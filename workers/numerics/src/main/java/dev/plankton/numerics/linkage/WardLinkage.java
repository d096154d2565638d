package dev.plankton.numerics.linkage;

import dev.plankton.numerics.CancelCheck;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Ward's minimum-variance clustering by nearest-neighbour chains (Müllner 2011, "Modern hierarchical, agglomerative
 * clustering algorithms", algorithm 4) with the Lance-Williams update: O(n²) time and n(n-1)/2 doubles of memory. The
 * order of the search and the rounding are those of SciPy's {@code linkage(X, 'ward')}, so equal distances lead to the
 * same tree.
 */
public final class WardLinkage {
    private static final int ROWS_BETWEEN_CHECKS = 256;

    private final int points;
    private final CancelCheck cancelled;
    private final double[] distances;
    /**
     * For point a, the index in {@link #distances} of its distance to point b, minus b, where a is below b. The array
     * is the upper triangle, row by row.
     */
    private final int[] rows;

    private final int[] sizes;
    /** The points that represent the current clusters, ascending. */
    private final int[] active;

    private int clusters;
    private final int[] chain;
    private int chainLength;

    private WardLinkage(float[][] vectors, CancelCheck cancelled) throws InterruptedException {
        this.points = vectors.length;
        this.cancelled = cancelled;
        this.distances = new double[Math.toIntExact((long) points * (points - 1) / 2)];
        this.rows = new int[points];
        this.sizes = new int[points];
        this.active = new int[points];
        this.clusters = points;
        this.chain = new int[points];
        Arrays.fill(sizes, 1);
        Arrays.setAll(active, point -> point);
        Arrays.setAll(rows, point -> (int) ((long) points * point - (long) point * (point + 1) / 2 - point - 1));
        double[][] columns = columns(vectors);
        for (int start = 0; start < points; start += ROWS_BETWEEN_CHECKS) {
            cancelled.check();
            IntStream.range(start, Math.min(points, start + ROWS_BETWEEN_CHECKS))
                    .parallel()
                    .forEach(point -> measure(point, columns));
        }
    }

    /**
     * Clusters the rows.
     *
     * @param vectors shape n x dimensions, n at least 2
     * @param cancelled called regularly
     * @throws IllegalArgumentException if the vectors hold values that are not finite
     * @throws InterruptedException if cancelled
     */
    public static Linkage of(float[][] vectors, CancelCheck cancelled) throws InterruptedException {
        return new WardLinkage(vectors, cancelled).merge();
    }

    /** The vectors dimension by dimension, so that inner loops run over vectors. */
    private static double[][] columns(float[][] vectors) {
        double[][] columns = new double[vectors[0].length][vectors.length];
        for (int point = 0; point < vectors.length; point++) {
            for (int d = 0; d < columns.length; d++) {
                columns[d][point] = vectors[point][d];
            }
        }
        return columns;
    }

    /** Fills in the distances of a point to those after it. */
    private void measure(int point, double[][] columns) {
        double[] sums = new double[points - point - 1];
        for (double[] column : columns) {
            double value = column[point];
            for (int i = 0; i < sums.length; i++) {
                double difference = column[point + 1 + i] - value;
                sums[i] += difference * difference;
            }
        }
        int start = rows[point] + point + 1;
        for (int i = 0; i < sums.length; i++) {
            distances[start + i] = Math.sqrt(sums[i]);
        }
    }

    private Linkage merge() throws InterruptedException {
        int merges = points - 1;
        int[] first = new int[merges];
        int[] second = new int[merges];
        double[] height = new double[merges];
        for (int merge = 0; merge < merges; merge++) {
            cancelled.check();
            followChain();
            int x = Math.min(chain[chainLength - 1], chain[chainLength - 2]);
            int y = Math.max(chain[chainLength - 1], chain[chainLength - 2]);
            chainLength -= 2;
            first[merge] = x;
            second[merge] = y;
            height[merge] = distances[rows[x] + y];
            unite(x, y);
        }
        return numbered(first, second, height);
    }

    /** Extends the chain until each of its last two clusters is the nearest of the other. */
    private void followChain() {
        if (chainLength == 0) {
            chain[chainLength++] = active[0];
        }
        while (true) {
            int last = chain[chainLength - 1];
            int before = chainLength > 1 ? chain[chainLength - 2] : -1;
            int nearest = nearest(last, before);
            if (nearest < 0) {
                throw new IllegalArgumentException("the vectors hold values that are not finite");
            }
            if (nearest == before) {
                return;
            }
            chain[chainLength++] = nearest;
        }
    }

    /** The nearest cluster. Of equally near ones it is the previous one in the chain, otherwise the first. */
    private int nearest(int cluster, int before) {
        int nearest = before;
        double least = before < 0 ? Double.POSITIVE_INFINITY : distances[index(cluster, before)];
        int i = 0;
        for (; active[i] < cluster; i++) {
            double distance = distances[rows[active[i]] + cluster];
            if (distance < least) {
                least = distance;
                nearest = active[i];
            }
        }
        int row = rows[cluster];
        for (i++; i < clusters; i++) {
            double distance = distances[row + active[i]];
            if (distance < least) {
                least = distance;
                nearest = active[i];
            }
        }
        return nearest;
    }

    /** Puts the union of two clusters in the place of the second. */
    private void unite(int x, int y) {
        double between = distances[rows[x] + y];
        int sizeX = sizes[x];
        int sizeY = sizes[y];
        int place = Arrays.binarySearch(active, 0, clusters, x);
        System.arraycopy(active, place + 1, active, place, --clusters - place);
        sizes[y] = sizeX + sizeY;
        for (int i = 0; i < clusters; i++) {
            int other = active[i];
            if (other != y) {
                int size = sizes[other];
                double toX = distances[index(other, x)];
                int toUnion = index(other, y);
                double toY = distances[toUnion];
                double t = 1.0 / (sizeX + sizeY + size);
                distances[toUnion] = Math.sqrt(
                        (size + sizeX) * t * toX * toX + (size + sizeY) * t * toY * toY - size * t * between * between);
            }
        }
    }

    private int index(int a, int b) {
        return a < b ? rows[a] + b : rows[b] + a;
    }

    /** Sorts the merges by height and numbers the clusters as {@link Linkage} says. */
    private Linkage numbered(int[] first, int[] second, double[] height) {
        int[] order = IntStream.range(0, first.length)
                .boxed()
                .sorted(Comparator.comparingDouble(merge -> height[merge]))
                .mapToInt(Integer::intValue)
                .toArray();
        UnionFind clusters = new UnionFind(points);
        int[] left = new int[order.length];
        int[] right = new int[order.length];
        int[] size = new int[order.length];
        for (int merge = 0; merge < order.length; merge++) {
            int a = clusters.find(first[order[merge]]);
            int b = clusters.find(second[order[merge]]);
            left[merge] = Math.min(a, b);
            right[merge] = Math.max(a, b);
            size[merge] = clusters.unite(a, b);
        }
        return new Linkage(
                left, right, IntStream.of(order).mapToDouble(m -> height[m]).toArray(), size);
    }
}
