package dev.plankton.numerics.measures;

import dev.plankton.numerics.CancelCheck;
import dev.plankton.numerics.selection.Selection;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Adds vectors to the groups of a sample of them. */
public final class SampledGroups {
    /** Stands for no group. */
    public static final int NONE = -1;

    private static final int ROWS_BETWEEN_CHECKS = 4096;

    private SampledGroups() {}

    /**
     * The group of every vector. One that was not sampled joins the group with the nearest centroid, unless it is farther
     * from it than every sampled vector of that group: then it has no group.
     *
     * @param vectors shape n x dimensions
     * @param sample different rows of the vectors, ascending
     * @param groups of the rows of the sample, from 0 on, none without rows
     * @param cancelled called regularly
     * @return a group for each vector, or {@link #NONE}
     * @throws InterruptedException if cancelled
     */
    public static int[] extend(float[][] vectors, int[] sample, int[] groups, CancelCheck cancelled)
            throws InterruptedException {
        int[] all = new int[vectors.length];
        Arrays.fill(all, NONE);
        LabelledVectors grouped = new LabelledVectors(
                Selection.rows(vectors, sample),
                groups,
                IntStream.of(groups).max().orElse(NONE) + 1);
        Centroids centroids = Centroids.of(grouped);
        double[] farthest = Radii.of(grouped, centroids).max();
        int[] others = others(vectors.length, sample);
        for (int start = 0; start < others.length; start += ROWS_BETWEEN_CHECKS) {
            cancelled.check();
            int[] portion = Arrays.copyOfRange(others, start, Math.min(others.length, start + ROWS_BETWEEN_CHECKS));
            int[] nearest = centroids.nearest(Selection.rows(vectors, portion));
            for (int i = 0; i < portion.length; i++) {
                double distance =
                        Distances.euclidean(vectors[portion[i]], centroids.vectors()[nearest[i]]);
                all[portion[i]] = distance <= farthest[nearest[i]] ? nearest[i] : NONE;
            }
        }
        for (int i = 0; i < sample.length; i++) {
            all[sample[i]] = groups[i];
        }
        return all;
    }

    private static int[] others(int size, int[] sample) {
        return IntStream.range(0, size)
                .filter(row -> Arrays.binarySearch(sample, row) < 0)
                .toArray();
    }
}
