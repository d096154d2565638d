package dev.plankton.numerics.measures;

import java.util.Arrays;

/**
 * Some consecutive reference vectors, dimension by dimension, few enough to stay in a processor's cache while many
 * queries are compared with them. The inner loops run over vectors, so that the compiler can use vector instructions.
 * One thread uses it at a time.
 *
 * <p>A squared distance is the sum of squared differences, added dimension by dimension in single precision. Every
 * method gives the same bits for the same two vectors. No partial sum is above the whole sum, rounding included.
 */
final class ReferenceBlock {
    /** Vectors in a block: 64 dimensions of them take 128 KiB. */
    static final int MOST = 512;

    private static final int TOGETHER = 4;
    private static final int STRIDE = 8;

    private final float[][] vectors;
    private final float[][] columns;
    private int first;
    private int size;
    private int filled;

    /** @param vectors shape n x dimensions */
    ReferenceBlock(float[][] vectors) {
        this.vectors = vectors;
        this.columns = new float[vectors.length == 0 ? 0 : vectors[0].length][Math.min(MOST, vectors.length)];
    }

    /** Moves on to the vectors from this one on. */
    void moveTo(int firstVector) {
        first = firstVector;
        size = Math.min(MOST, vectors.length - firstVector);
        filled = 0;
    }

    int first() {
        return first;
    }

    int size() {
        return size;
    }

    int dimensions() {
        return columns.length;
    }

    /** Writes the squared distance to each vector of the block, from index 0 on. */
    void squared(float[] query, float[] sums) {
        Arrays.fill(sums, 0, size, 0);
        add(query, 0, columns.length, sums);
    }

    /** Adds the squared differences in some dimensions, to the sum for each vector of the block. */
    void add(float[] query, int from, int to, float[] sums) {
        fill(to);
        int d = from;
        for (; d + TOGETHER <= to; d += TOGETHER) {
            addFour(query, d, sums, size);
        }
        for (; d < to; d++) {
            addOne(columns[d], query[d], sums, size);
        }
    }

    /**
     * Adds the squared differences in the dimensions from this one on, for one vector of the block.
     *
     * @param bound a sum that has reached it is given back unfinished
     */
    float finish(float[] query, int from, int index, float partial, float bound) {
        float[] vector = vectors[first + index];
        float sum = partial;
        for (int start = from; start < query.length && sum < bound; start += STRIDE) {
            int end = Math.min(query.length, start + STRIDE);
            for (int d = start; d < end; d++) {
                float difference = vector[d] - query[d];
                sum += difference * difference;
            }
        }
        return sum;
    }

    private void fill(int dimensions) {
        if (filled >= dimensions) {
            return;
        }
        for (int i = 0; i < size; i++) {
            float[] vector = vectors[first + i];
            for (int d = filled; d < dimensions; d++) {
                columns[d][i] = vector[d];
            }
        }
        filled = dimensions;
    }

    /** Reads and writes each sum once for four dimensions; with eight the compiler no longer uses vectors. */
    private void addFour(float[] query, int d, float[] sums, int count) {
        float[] column0 = columns[d];
        float[] column1 = columns[d + 1];
        float[] column2 = columns[d + 2];
        float[] column3 = columns[d + 3];
        float query0 = query[d];
        float query1 = query[d + 1];
        float query2 = query[d + 2];
        float query3 = query[d + 3];
        for (int i = 0; i < count; i++) {
            float difference0 = column0[i] - query0;
            float difference1 = column1[i] - query1;
            float difference2 = column2[i] - query2;
            float difference3 = column3[i] - query3;
            float sum = sums[i];
            sum += difference0 * difference0;
            sum += difference1 * difference1;
            sum += difference2 * difference2;
            sum += difference3 * difference3;
            sums[i] = sum;
        }
    }

    private static void addOne(float[] column, float value, float[] sums, int count) {
        for (int i = 0; i < count; i++) {
            float difference = column[i] - value;
            sums[i] += difference * difference;
        }
    }
}
