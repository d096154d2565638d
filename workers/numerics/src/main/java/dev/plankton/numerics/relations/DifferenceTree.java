package dev.plankton.numerics.relations;

import dev.plankton.numerics.selection.Selection;
import java.util.Arrays;

/**
 * A k-d tree over the points of differences: each node halves its points along the coordinate in which they are spread
 * most (Bentley, "Multidimensional binary search trees", 1975), and stores the box that contains them. The root has
 * number 0. After each node come all nodes below its lower half, then those below its upper half.
 */
final class DifferenceTree {
    static final int LARGEST_LEAF = 32;
    private static final int LOOKED_AT = 1000;
    private static final double ROUNDING = 1e-5;

    private final DifferencePoints points;
    private final int[] from;
    private final int[] to;
    private final int[] upper;
    private final double[] shortest;
    private final float[] low;
    private final float[] high;
    private int nodes;

    private DifferenceTree(DifferencePoints points, int capacity) {
        this.points = points;
        this.from = new int[capacity];
        this.to = new int[capacity];
        this.upper = new int[capacity];
        this.shortest = new double[capacity];
        this.low = new float[capacity * coordinates()];
        this.high = new float[capacity * coordinates()];
    }

    /** Builds the tree and sorts the points by its leaves. @param points at least one */
    static DifferenceTree over(DifferencePoints points) {
        int leaves = 1;
        while ((long) leaves * LARGEST_LEAF < points.size()) {
            leaves *= 2;
        }
        DifferenceTree tree = new DifferenceTree(points, 2 * leaves - 1);
        int[] order = new int[points.size()];
        Arrays.setAll(order, i -> i);
        tree.build(order, new long[order.length], 0, order.length);
        Order.apply(order, points.pairs());
        for (float[] coordinate : points.coordinates()) {
            Order.apply(order, coordinate);
        }
        for (int node = tree.nodes - 1; node >= 0; node--) {
            tree.measure(node);
        }
        return tree;
    }

    /** @param keys scratch space, one entry per point */
    private int build(int[] order, long[] keys, int start, int end) {
        int node = nodes++;
        from[node] = start;
        to[node] = end;
        if (end - start > LARGEST_LEAF) {
            int middle = (start + end) >>> 1;
            float[] values = points.coordinates()[widest(order, start, end)];
            for (int place = start; place < end; place++) {
                keys[place] = Selection.key(values[order[place]], order[place]);
            }
            Selection.split(keys, start, end, middle);
            for (int place = start; place < end; place++) {
                order[place] = Selection.index(keys[place]);
            }
            build(order, keys, start, middle);
            upper[node] = build(order, keys, middle, end);
        }
        return node;
    }

    /** The coordinate in which a sample of the points is spread most. */
    private int widest(int[] order, int start, int end) {
        int stride = Math.max(1, (end - start) / LOOKED_AT);
        int widest = 0;
        float width = -1;
        for (int i = 0; i < coordinates(); i++) {
            float[] values = points.coordinates()[i];
            float least = Float.POSITIVE_INFINITY;
            float most = Float.NEGATIVE_INFINITY;
            for (int place = start; place < end; place += stride) {
                least = Math.min(least, values[order[place]]);
                most = Math.max(most, values[order[place]]);
            }
            if (most - least > width) {
                width = most - least;
                widest = i;
            }
        }
        return widest;
    }

    /** Computes the box of a node. The nodes below it must have been measured, and the points sorted. */
    private void measure(int node) {
        for (int i = 0; i < coordinates(); i++) {
            float least;
            float most;
            if (isLeaf(node)) {
                least = Float.POSITIVE_INFINITY;
                most = Float.NEGATIVE_INFINITY;
                for (int point = from[node]; point < to[node]; point++) {
                    least = Math.min(least, points.coordinates()[i][point]);
                    most = Math.max(most, points.coordinates()[i][point]);
                }
            } else {
                int one = lower(node) * coordinates() + i;
                int other = upper(node) * coordinates() + i;
                least = Math.min(low[one], low[other]);
                most = Math.max(high[one], high[other]);
            }
            low[node * coordinates() + i] = least;
            high[node * coordinates() + i] = most;
        }
        shortest[node] = points.largest() * Math.exp(low[node * coordinates() + points.axes()] - ROUNDING);
    }

    int coordinates() {
        return points.axes() + 1;
    }

    int nodes() {
        return nodes;
    }

    boolean isLeaf(int node) {
        return upper[node] == 0;
    }

    int lower(int node) {
        return node + 1;
    }

    int upper(int node) {
        return upper[node];
    }

    int from(int node) {
        return from[node];
    }

    int to(int node) {
        return to[node];
    }

    /** Length of the shortest difference in a node, rounded down. */
    double shortest(int node) {
        return shortest[node];
    }

    /** The squared distance of two boxes. @param mirrored whether the directions of the second are negated */
    float squaredDistance(int node, int other, boolean mirrored) {
        int own = node * coordinates();
        int its = other * coordinates();
        int axes = points.axes();
        float sum = 0;
        for (int i = 0; i <= axes; i++) {
            boolean reflected = mirrored && i < axes;
            float least = reflected ? -high[its + i] : low[its + i];
            float most = reflected ? -low[its + i] : high[its + i];
            float gap = Math.max(0, Math.max(least - high[own + i], low[own + i] - most));
            sum += gap * gap;
        }
        return sum;
    }

    /**
     * The squared distances of a node's points from the box of another node.
     *
     * @param mirrored whether the box's directions are negated
     * @param into receives the distances, in the order of the points
     */
    void squaredDistancesOfPoints(int node, int other, boolean mirrored, float[] into) {
        int its = other * coordinates();
        int length = to[node] - from[node];
        Arrays.fill(into, 0, length, 0);
        for (int i = 0; i <= points.axes(); i++) {
            boolean reflected = mirrored && i < points.axes();
            float least = reflected ? -high[its + i] : low[its + i];
            float most = reflected ? -low[its + i] : high[its + i];
            float[] values = points.coordinates()[i];
            int start = from[node];
            for (int point = 0; point < length; point++) {
                float value = values[start + point];
                float gap = Math.max(0, Math.max(least - value, value - most));
                into[point] += gap * gap;
            }
        }
    }
}
