package dev.plankton.numerics.linkage;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Orders items so that similar ones are side by side: by the leaves of an average-linkage (UPGMA) dendrogram from left
 * to right, as in SciPy's {@code leaves_list(linkage(distances, "average"))}. It takes cubic time and is meant for
 * tables of classes.
 */
public final class LeafOrder {
    private LeafOrder() {}

    /**
     * The order of the leaves.
     *
     * @param distances symmetric, shape n x n; if several are equal, the first is merged first
     * @return all indices from 0 to n - 1
     */
    public static List<Integer> of(double[][] distances) {
        List<List<Integer>> clusters = new ArrayList<>(
                IntStream.range(0, distances.length).mapToObj(List::of).toList());
        while (clusters.size() > 1) {
            int first = 0;
            int second = 1;
            double least = Double.POSITIVE_INFINITY;
            for (int i = 0; i < clusters.size(); i++) {
                for (int j = i + 1; j < clusters.size(); j++) {
                    double distance = mean(distances, clusters.get(i), clusters.get(j));
                    if (distance < least) {
                        least = distance;
                        first = i;
                        second = j;
                    }
                }
            }
            // Merged clusters go to the end, so the older of two is on the left.
            List<Integer> right = clusters.remove(second);
            List<Integer> left = clusters.remove(first);
            clusters.add(Stream.concat(left.stream(), right.stream()).toList());
        }
        return clusters.isEmpty() ? List.of() : clusters.getFirst();
    }

    private static double mean(double[][] distances, List<Integer> a, List<Integer> b) {
        double sum = 0;
        for (int i : a) {
            for (int j : b) {
                sum += distances[i][j];
            }
        }
        return sum / ((double) a.size() * b.size());
    }
}
