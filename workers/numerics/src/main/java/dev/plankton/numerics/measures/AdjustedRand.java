package dev.plankton.numerics.measures;

import java.util.Arrays;

/**
 * The adjusted Rand index (Hubert and Arabie 1985, "Comparing partitions"), as scikit-learn's
 * {@code adjusted_rand_score}: how well two ways of dividing the same items into groups agree. It counts the pairs of
 * items that both put together, and subtracts what chance alone would give.
 */
public final class AdjustedRand {
    private AdjustedRand() {}

    /**
     * Compares two divisions.
     *
     * @param one group of each item, not negative
     * @param other group of each item in the other division, not negative, of the same length
     * @return at most 1, for the same division; about 0 for chance, and below 0 for less; 1 for fewer than two items
     */
    public static double of(int[] one, int[] other) {
        if (one.length != other.length) {
            throw new IllegalArgumentException("%d items and %d items".formatted(one.length, other.length));
        }
        long[] both = new long[one.length];
        Arrays.setAll(both, item -> (long) one[item] << Integer.SIZE | other[item]);
        return ofPairs(
                pairs(both),
                pairs(Arrays.stream(one).asLongStream().toArray()),
                pairs(Arrays.stream(other).asLongStream().toArray()),
                pairs(one.length));
    }

    /**
     * The same from numbers of pairs of items.
     *
     * @param both pairs that both divisions put together
     * @param one pairs that the first puts together
     * @param other pairs that the second puts together
     * @param all all pairs
     */
    public static double ofPairs(double both, double one, double other, double all) {
        double chance = all == 0 ? 0 : one * other / all;
        double most = (one + other) / 2;
        // Both divisions are trivial, all together or all alone, and the same.
        return most == chance ? 1 : (both - chance) / (most - chance);
    }

    /** Number of pairs of so many items. */
    public static double pairs(long items) {
        return items * (items - 1) / 2.0;
    }

    /** Number of pairs of items with the same key. Sorts the keys. */
    private static double pairs(long[] keys) {
        Arrays.sort(keys);
        double pairs = 0;
        for (int start = 0, end = 0; start < keys.length; start = end) {
            while (end < keys.length && keys[end] == keys[start]) {
                end++;
            }
            pairs += pairs(end - start);
        }
        return pairs;
    }
}
