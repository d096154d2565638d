package dev.plankton.numerics.measures;

import java.util.Arrays;

/**
 * How well a score tells some items, which should be found, from others. A higher score means that an item is rather one
 * to be found.
 *
 * @param auroc area under the receiver operating characteristic: the chance that an item to be found has a higher score
 *     than another item, ties counting half (Mann and Whitney 1947); 0.5 is guessing
 * @param falseAlarms share of the others that are at or above the threshold which finds {@link #FOUND} of those to be
 *     found
 */
public record Detection(double auroc, double falseAlarms) {
    /** The share of items found at which false alarms are counted. */
    public static final double FOUND = 0.95;

    /**
     * Measures a score.
     *
     * @param wanted scores of the items to be found, at least one
     * @param others scores of the others, at least one
     */
    public static Detection of(double[] wanted, double[] others) {
        double[] ascending = others.clone();
        Arrays.sort(ascending);
        double below = 0;
        for (double score : wanted) {
            int lower = first(ascending, score, false);
            int upTo = first(ascending, score, true);
            below += lower + (upTo - lower) / 2.0;
        }
        double[] found = wanted.clone();
        Arrays.sort(found);
        // Of n items, at least FOUND * n are at or above this one.
        double threshold = found[found.length - (int) Math.ceil(FOUND * found.length)];
        int alarms = others.length - first(ascending, threshold, false);
        return new Detection(below / ((double) wanted.length * others.length), alarms / (double) others.length);
    }

    /** The first position whose value is at least (or, if {@code above}, more than) the given one. */
    private static int first(double[] ascending, double value, boolean above) {
        int low = 0;
        int high = ascending.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            boolean before = above ? ascending[middle] <= value : ascending[middle] < value;
            if (before) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
