package dev.plankton.numerics.selection;

import java.util.Arrays;

/** Finds the smallest of many numbers without sorting all of them, and the largest of a few numbers. */
public final class Selection {
    private static final int INDEX_BITS = 32;

    private Selection() {}

    /**
     * Packs a value and its index into one number. Keys are sorted by value; keys with equal values are sorted by
     * index.
     *
     * @param value a number, not NaN
     * @param index not negative
     */
    public static long key(float value, int index) {
        int bits = Float.floatToRawIntBits(value);
        int sortable = bits ^ (bits >> (INDEX_BITS - 1) & Integer.MAX_VALUE); // negative floats sort backwards
        return (long) sortable << INDEX_BITS | index;
    }

    /** The index in a key. */
    public static int index(long key) {
        return (int) key;
    }

    /**
     * Orders a range so that the keys of its first part are below those of its second (Hoare, "Algorithm 65: Find",
     * 1961).
     *
     * @param keys all different
     * @param middle where the second part begins, from {@code start} to {@code end}
     */
    public static void split(long[] keys, int start, int end, int middle) {
        int left = start;
        int right = end - 1;
        while (left < right) {
            long pivot = median(keys[left], keys[(left + right) >>> 1], keys[right]);
            int i = left;
            int j = right;
            while (i <= j) {
                while (keys[i] < pivot) {
                    i++;
                }
                while (keys[j] > pivot) {
                    j--;
                }
                if (i <= j) {
                    long swapped = keys[i];
                    keys[i++] = keys[j];
                    keys[j--] = swapped;
                }
            }
            if (middle <= j) {
                right = j;
            } else if (middle > i) {
                left = i;
            } else {
                return;
            }
        }
    }

    private static long median(long a, long b, long c) {
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }

    /** The given rows, in the given order; the rows themselves are not copied. */
    public static float[][] rows(float[][] vectors, int[] rows) {
        return Arrays.stream(rows).mapToObj(row -> vectors[row]).toArray(float[][]::new);
    }

    /** The index of the largest value, the first of equal ones. @param values at least one */
    public static int largest(float[] values) {
        int largest = 0;
        for (int i = 1; i < values.length; i++) {
            largest = values[i] > values[largest] ? i : largest;
        }
        return largest;
    }
}
