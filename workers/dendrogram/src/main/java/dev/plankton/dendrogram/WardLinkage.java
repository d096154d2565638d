package dev.plankton.dendrogram;

import dev.plankton.runtime.step.CancelCheck;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Ward's minimum-variance clustering by nearest-neighbour chains (Müllner 2011, "Modern hierarchical, agglomerative
 * clustering algorithms", algorithm 4) with the Lance-Williams update: O(n²) time and n(n-1)/2 doubles of memory. Order
 * of search and rounding are those of SciPy's {@code linkage(X, 'ward')}, so equal distances lead to the same tree.
 */
final class WardLinkage {
    private final int points;
    private final CancelCheck cancelled;
    private final double[] distances;
    private final int[] sizes;
    private final int[] chain;
    private int chainLength;

    private WardLinkage(float[][] vectors, CancelCheck cancelled) throws InterruptedException {
        this.points = vectors.length;
        this.cancelled = cancelled;
        this.distances = new double[Math.toIntExact((long) points * (points - 1) / 2)];
        this.sizes = new int[points];
        this.chain = new int[points];
        Arrays.fill(sizes, 1);
        for (int a = 0; a < points; a++) {
            cancelled.check();
            for (int b = a + 1; b < points; b++) {
                distances[index(a, b)] = distance(vectors[a], vectors[b]);
            }
        }
    }

    /**
     * Clusters the rows.
     *
     * @param vectors shape n x dimensions, n at least 2
     * @param cancelled called once a row
     */
    static Linkage of(float[][] vectors, CancelCheck cancelled) throws InterruptedException {
        return new WardLinkage(vectors, cancelled).merge();
    }

    private static double distance(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            double difference = (double) a[i] - b[i];
            sum += difference * difference;
        }
        return Math.sqrt(sum);
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
            height[merge] = distances[index(x, y)];
            unite(x, y);
        }
        return numbered(first, second, height);
    }

    /** Extends the chain until its last two clusters are each other's nearest. */
    private void followChain() {
        if (chainLength == 0) {
            chain[chainLength++] = IntStream.range(0, points)
                    .filter(i -> sizes[i] > 0)
                    .findFirst()
                    .orElseThrow();
        }
        while (true) {
            int last = chain[chainLength - 1];
            int nearest = chainLength > 1 ? chain[chainLength - 2] : -1;
            double least = nearest < 0 ? Double.POSITIVE_INFINITY : distances[index(last, nearest)];
            for (int other = 0; other < points; other++) {
                if (sizes[other] > 0 && other != last && distances[index(last, other)] < least) {
                    least = distances[index(last, other)];
                    nearest = other;
                }
            }
            if (chainLength > 1 && nearest == chain[chainLength - 2]) {
                return;
            }
            if (nearest < 0) {
                throw new IllegalArgumentException("the vectors hold values that are not finite");
            }
            chain[chainLength++] = nearest;
        }
    }

    /** Puts the union of two clusters in the place of the second. */
    private void unite(int x, int y) {
        double between = distances[index(x, y)];
        int sizeX = sizes[x];
        int sizeY = sizes[y];
        sizes[x] = 0;
        sizes[y] = sizeX + sizeY;
        for (int other = 0; other < points; other++) {
            int size = sizes[other];
            if (size > 0 && other != y) {
                double toX = distances[index(other, x)];
                double toY = distances[index(other, y)];
                double t = 1.0 / (sizeX + sizeY + size);
                distances[index(other, y)] = Math.sqrt(
                        (size + sizeX) * t * toX * toX + (size + sizeY) * t * toY * toY - size * t * between * between);
            }
        }
    }

    /** Where the distance of two points lies in the upper triangle, row by row. */
    private int index(int a, int b) {
        long low = Math.min(a, b);
        long high = Math.max(a, b);
        return (int) (points * low - low * (low + 1) / 2 + high - low - 1);
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
