package dev.plankton.numerics.linkage;

import java.util.ArrayList;
import java.util.List;

/** The upper part of a {@link Linkage}: the clusters that its last merges joined, as a binary tree. */
public sealed interface Tree {

    /** Distance between the two clusters that were merged, in units of the vectors; 0 for a leaf. */
    double height();

    /** Number of the cluster in the linkage. */
    int cluster();

    /** A cluster that is not shown in more detail. @param members its points */
    @SuppressWarnings("ArrayRecordComponent") // indices of points
    record Leaf(int cluster, int[] members) implements Tree {
        @Override
        public double height() {
            return 0;
        }
    }

    /** Two clusters that were merged. */
    record Join(int cluster, Tree left, Tree right, double height) implements Tree {}

    /**
     * The tree whose leaves are the last {@code leaves} clusters, as in SciPy's {@code dendrogram(Z, p, 'lastp')} and
     * in the same order from left to right. If there are fewer points, all points are leaves.
     */
    static Tree lastClusters(Linkage linkage, int leaves) {
        int points = linkage.points();
        return node(linkage, 2 * points - 2, 2 * points - Math.min(leaves, points));
    }

    private static Tree node(Linkage linkage, int cluster, int firstShown) {
        if (cluster < firstShown) {
            return new Leaf(cluster, linkage.members(cluster));
        }
        int merge = cluster - linkage.points();
        return new Join(
                cluster,
                node(linkage, linkage.left()[merge], firstShown),
                node(linkage, linkage.right()[merge], firstShown),
                linkage.height()[merge]);
    }

    /** The leaves from left to right. */
    default List<Leaf> leaves() {
        return switch (this) {
            case Leaf leaf -> List.of(leaf);
            case Join join -> {
                List<Leaf> leaves = new ArrayList<>(join.left().leaves());
                leaves.addAll(join.right().leaves());
                yield List.copyOf(leaves);
            }
        };
    }

    /** The parts, at most {@code count}, that remain when the highest joins are undone, from left to right. */
    default List<Tree> mainClusters(int count) {
        List<Tree> parts = new ArrayList<>(List.of(this));
        while (parts.size() < count) {
            int highest = 0;
            for (int index = 1; index < parts.size(); index++) {
                // Clusters are numbered by height, so even those of the same height have an order.
                if (rank(parts.get(index)) > rank(parts.get(highest))) {
                    highest = index;
                }
            }
            if (!(parts.get(highest) instanceof Join join)) {
                break;
            }
            parts.set(highest, join.left());
            parts.add(highest + 1, join.right());
        }
        return List.copyOf(parts);
    }

    private static int rank(Tree tree) {
        return switch (tree) {
            case Leaf leaf -> -1;
            case Join join -> join.cluster();
        };
    }
}
