package dev.plankton.numerics.relations;

import dev.plankton.numerics.CancelCheck;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds the closest pairs of differences that share no image. It divides pairs of nodes of the tree further as long as
 * their boxes are near enough for one of the best scores (Gray and Moore, "N-Body problems in statistical learning",
 * 2000).
 */
final class ApartSearch {
    /** An upper bound of the error that rounding the points to floats makes in their distance. */
    private static final double MARGIN = 1e-5;

    private static final int BETWEEN_CHECKS = 1024;
    private static final int PIECES = 4096;

    private final Candidate candidate;
    private final DifferencePoints points;
    private final DifferenceTree tree;
    private final CancelCheck cancelled;

    /** Two nodes to compare. @param mirrored whether the second one's differences are taken with the opposite sign */
    private record Nodes(int one, int other, boolean mirrored) {}

    ApartSearch(Candidate candidate, DifferencePoints points, DifferenceTree tree, CancelCheck cancelled) {
        this.candidate = candidate;
        this.points = points;
        this.tree = tree;
        this.cancelled = cancelled;
    }

    void run(Workforce threads) throws InterruptedException {
        // Each leaf with itself first: most of the best are found there, so that few other nodes are near enough.
        List<Integer> leaves = new ArrayList<>();
        for (int node = 0; node < tree.nodes(); node++) {
            if (tree.isLeaf(node)) {
                leaves.add(node);
            }
        }
        int chunk = (leaves.size() + PIECES - 1) / PIECES;
        threads.run((leaves.size() + chunk - 1) / chunk, piece -> {
            Walk walk = new Walk();
            for (int leaf : leaves.subList(piece * chunk, Math.min(leaves.size(), (piece + 1) * chunk))) {
                walk.compare(leaf, leaf, false);
            }
        });
        List<Nodes> pieces = pieces();
        threads.run(pieces.size(), piece -> {
            Nodes nodes = pieces.get(piece);
            new Walk().visit(nodes.one(), nodes.other(), nodes.mirrored());
        });
    }

    /** The whole search in pieces, all of the same depth in the tree. */
    private List<Nodes> pieces() {
        List<Nodes> pieces = List.of(new Nodes(0, 0, false), new Nodes(0, 0, true));
        while (pieces.size() < PIECES
                && pieces.stream().noneMatch(nodes -> tree.isLeaf(nodes.one()) || tree.isLeaf(nodes.other()))) {
            List<Nodes> smaller = new ArrayList<>();
            for (Nodes nodes : pieces) {
                int a = nodes.one();
                int b = nodes.other();
                smaller.add(new Nodes(tree.lower(a), tree.lower(b), nodes.mirrored()));
                smaller.add(new Nodes(tree.upper(a), tree.upper(b), nodes.mirrored()));
                smaller.add(new Nodes(tree.lower(a), tree.upper(b), nodes.mirrored()));
                if (a != b) {
                    smaller.add(new Nodes(tree.upper(a), tree.lower(b), nodes.mirrored()));
                }
            }
            pieces = smaller;
        }
        return pieces;
    }

    /** The work of one thread. */
    private final class Walk {
        private final float[] sums = new float[DifferenceTree.LARGEST_LEAF];
        private final float[] gaps = new float[DifferenceTree.LARGEST_LEAF];
        private int steps;

        void visit(int a, int b, boolean mirrored) throws InterruptedException {
            visit(a, b, mirrored, tree.squaredDistance(a, b, mirrored));
        }

        private void visit(int a, int b, boolean mirrored, float squared) throws InterruptedException {
            if (squared > squaredReach(a, b)) {
                return;
            }
            checkNowAndThen();
            boolean aIsLeaf = tree.isLeaf(a);
            boolean bIsLeaf = tree.isLeaf(b);
            if (aIsLeaf && bIsLeaf) {
                if (a != b || mirrored) {
                    compare(a, b, mirrored);
                }
            } else if (a == b) {
                visit(tree.lower(a), tree.lower(a), mirrored);
                visit(tree.upper(a), tree.upper(a), mirrored);
                visit(tree.lower(a), tree.upper(a), mirrored);
            } else if (bIsLeaf || !aIsLeaf && tree.to(a) - tree.from(a) >= tree.to(b) - tree.from(b)) {
                float lower = tree.squaredDistance(tree.lower(a), b, mirrored);
                float upper = tree.squaredDistance(tree.upper(a), b, mirrored);
                if (lower <= upper) {
                    visit(tree.lower(a), b, mirrored, lower);
                    visit(tree.upper(a), b, mirrored, upper);
                } else {
                    visit(tree.upper(a), b, mirrored, upper);
                    visit(tree.lower(a), b, mirrored, lower);
                }
            } else {
                float lower = tree.squaredDistance(a, tree.lower(b), mirrored);
                float upper = tree.squaredDistance(a, tree.upper(b), mirrored);
                if (lower <= upper) {
                    visit(a, tree.lower(b), mirrored, lower);
                    visit(a, tree.upper(b), mirrored, upper);
                } else {
                    visit(a, tree.upper(b), mirrored, upper);
                    visit(a, tree.lower(b), mirrored, lower);
                }
            }
        }

        /** Compares the differences of two leaves, or the differences of one leaf with each other. */
        void compare(int a, int b, boolean mirrored) throws InterruptedException {
            checkNowAndThen();
            boolean itself = a == b && !mirrored;
            if (!itself) {
                tree.squaredDistancesOfPoints(a, b, mirrored, gaps);
            }
            for (int one = tree.from(a); one < tree.to(a) && !candidate.best().perfect(); one++) {
                float reach = squaredReach(a, b);
                if (!itself && gaps[one - tree.from(a)] > reach) {
                    continue;
                }
                int start = a == b ? one + 1 : tree.from(b);
                int length = tree.to(b) - start;
                sum(one, start, length, mirrored);
                for (int other = 0; other < length; other++) {
                    if (sums[other] <= reach) {
                        offer(one, start + other, mirrored);
                    }
                }
            }
        }

        private void checkNowAndThen() throws InterruptedException {
            if (++steps % BETWEEN_CHECKS == 1) {
                cancelled.check();
            }
        }

        private void offer(int one, int other, boolean mirrored) {
            int a = points.first(one);
            int b = points.second(one);
            int c = mirrored ? points.second(other) : points.first(other);
            int d = mirrored ? points.first(other) : points.second(other);
            if (a != c && a != d && b != c && b != d) {
                candidate.offer(a, b, c, d);
            }
        }

        /** The squared distances from one point to a range of points. */
        private void sum(int one, int start, int length, boolean mirrored) {
            Arrays.fill(sums, 0, length, 0);
            for (int i = 0; i <= points.axes(); i++) {
                float[] values = points.coordinates()[i];
                float value = mirrored && i < points.axes() ? -values[one] : values[one];
                for (int other = 0; other < length; other++) {
                    float gap = values[start + other] - value;
                    sums[other] += gap * gap;
                }
            }
        }

        /** The squared distance above which points of these nodes cannot be among the best. */
        private float squaredReach(int a, int b) {
            double shortest = Math.min(tree.shortest(a), tree.shortest(b));
            double reach = Math.min(candidate.best().bound(), candidate.epsilon() / shortest) + MARGIN;
            return (float) (reach * reach * (1 + MARGIN));
        }
    }
}
