package dev.plankton.steps.dendrogram;

import dev.plankton.numerics.linkage.Tree;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Chooses images that represent a cluster. */
final class Examples {
    private Examples() {}

    /**
     * From each leaf in turn, the largest first, the image nearest to the leaf's centroid, then the second nearest, and
     * so on.
     *
     * @param vectors shape images x dimensions
     * @return at most {@code count} indices of images
     */
    static List<Integer> of(List<Tree.Leaf> leaves, float[][] vectors, int count) {
        List<List<Integer>> queues = leaves.stream()
                .sorted(Comparator.comparingInt((Tree.Leaf leaf) -> leaf.members().length)
                        .reversed())
                .map(leaf -> byDistance(leaf.members(), vectors))
                .toList();
        List<Integer> chosen = new ArrayList<>();
        int deepest = queues.stream().mapToInt(List::size).max().orElse(0);
        for (int rank = 0; rank < deepest; rank++) {
            for (List<Integer> queue : queues) {
                if (rank < queue.size() && chosen.size() < count) {
                    chosen.add(queue.get(rank));
                }
            }
        }
        return chosen;
    }

    private static List<Integer> byDistance(int[] members, float[][] vectors) {
        int dimensions = vectors[members[0]].length;
        double[] centroid = new double[dimensions];
        for (int member : members) {
            for (int i = 0; i < dimensions; i++) {
                centroid[i] += vectors[member][i] / (double) members.length;
            }
        }
        return IntStream.of(members)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer member) -> squaredDistance(vectors[member], centroid))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    private static double squaredDistance(float[] vector, double[] centroid) {
        double sum = 0;
        for (int i = 0; i < centroid.length; i++) {
            sum += (vector[i] - centroid[i]) * (vector[i] - centroid[i]);
        }
        return sum;
    }
}
