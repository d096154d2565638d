package dev.plankton.numerics.measures;

import java.util.Arrays;

/**
 * Keeps the nearest references of some queries. A reference whose first dimensions alone put it as far away as the last
 * neighbour so far is left out before the other dimensions are looked at; that changes no result, because sums of
 * squares only grow.
 */
final class NeighbourSearch implements Comparison.Portion {
    private static final int STRIDE = 16;
    /** As long as one in so many is left, the next dimensions are computed for all together. */
    private static final int FEW = 4;

    private final float[][] queries;
    private final int[][] nearest;
    private final float[][] kept;
    private final float[] sums = new float[ReferenceBlock.MOST];
    private final int[] left = new int[ReferenceBlock.MOST];

    /**
     * @param nearest the result: the rows of each query's neighbours, the nearest first; of equally near ones the first
     *     row
     */
    NeighbourSearch(float[][] queries, int[][] nearest) {
        this.queries = queries;
        this.nearest = nearest;
        this.kept = new float[queries.length][nearest[0].length];
        for (float[] distances : kept) {
            Arrays.fill(distances, Float.POSITIVE_INFINITY);
        }
    }

    @Override
    public void compare(ReferenceBlock block) {
        for (int query = 0; query < queries.length; query++) {
            compare(block, queries[query], nearest[query], kept[query]);
        }
    }

    private void compare(ReferenceBlock block, float[] query, int[] rows, float[] distances) {
        int last = distances.length - 1;
        int done = 0;
        int count = block.size();
        Arrays.fill(sums, 0, block.size(), 0);
        while (done < block.dimensions() && count * FEW >= block.size()) {
            int next = Math.min(done + STRIDE, block.dimensions());
            block.add(query, done, next, sums);
            done = next;
            count = below(distances[last], block.size());
        }
        for (int candidate = 0; candidate < count; candidate++) {
            int index = left[candidate];
            float squared = block.finish(query, done, index, sums[index], distances[last]);
            if (squared < distances[last]) {
                insert(squared, block.first() + index, rows, distances);
            }
        }
    }

    /** Notes which sums are below the bound. @return how many */
    private int below(float bound, int size) {
        int count = 0;
        for (int i = 0; i < size; i++) {
            left[count] = i;
            count += sums[i] < bound ? 1 : 0;
        }
        return count;
    }

    private static void insert(float squared, int row, int[] rows, float[] distances) {
        int place = distances.length - 1;
        for (; place > 0 && squared < distances[place - 1]; place--) {
            distances[place] = distances[place - 1];
            rows[place] = rows[place - 1];
        }
        distances[place] = squared;
        rows[place] = row;
    }

    @Override
    public void finish() {
        // The results are already where they belong.
    }
}
