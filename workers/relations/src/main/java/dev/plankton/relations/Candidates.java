package dev.plankton.relations;

import java.util.Arrays;

/** The images whose projections onto a difference lie far enough apart to form a similar one. */
final class Candidates {
    /** Above as many pairs, sorting the images is quicker than trying all pairs. */
    private static final int MOST_PAIRS_TRIED = 4096;

    /** Told two images c, d and the difference of their projections, c's minus d's. */
    @FunctionalInterface
    interface Pairs {
        void take(int c, int d, double projection);
    }

    private final double[] projections;
    private final int[] front;
    private final int[] back;
    private final long[] sorted;
    private double lowest;
    private double highest;

    Candidates(int images) {
        this.projections = new double[images];
        this.front = new int[images];
        this.back = new int[images];
        this.sorted = new long[images];
    }

    /** Projects all images onto a - b, times its length, by their inner products with a and b. */
    void project(double[] withA, double[] withB) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int image = 0; image < projections.length; image++) {
            double projection = withA[image] - withB[image];
            projections[image] = projection;
            low = Math.min(low, projection);
            high = Math.max(high, projection);
        }
        lowest = low;
        highest = high;
    }

    /** All pairs whose projections differ by at least {@code least} and, roughly, at most {@code most}. */
    void forEachPair(double least, double most, Pairs pairs) {
        int fronts = 0;
        int backs = 0;
        for (int image = 0; image < projections.length; image++) {
            if (projections[image] >= lowest + least) {
                front[fronts++] = image;
            }
            if (projections[image] <= highest - least) {
                back[backs++] = image;
            }
        }
        if ((long) fronts * backs > MOST_PAIRS_TRIED) {
            forEachSorted(fronts, backs, least, most, pairs);
            return;
        }
        for (int i = 0; i < fronts; i++) {
            for (int j = 0; j < backs; j++) {
                offer(front[i], back[j], least, pairs);
            }
        }
    }

    private void offer(int c, int d, double least, Pairs pairs) {
        double projection = projections[c] - projections[d];
        if (projection >= least && c != d) {
            pairs.take(c, d, projection);
        }
    }

    private void forEachSorted(int fronts, int backs, double least, double most, Pairs pairs) {
        double range = Math.max(highest - lowest, Double.MIN_NORMAL);
        for (int j = 0; j < backs; j++) {
            sorted[j] = key(projections[back[j]], range) << 32 | back[j];
        }
        Arrays.sort(sorted, 0, backs);
        for (int i = 0; i < fronts; i++) {
            double projection = projections[front[i]];
            long end = key(projection - least, range) + 2;
            for (int j = firstFrom(key(projection - most, range) - 2, backs); j < backs; j++) {
                if (sorted[j] >>> 32 > end) {
                    break;
                }
                offer(front[i], (int) sorted[j], least, pairs);
            }
        }
    }

    /** The projection in steps of a 2³⁰th of the range; steps are compared with two to spare. */
    private long key(double projection, double range) {
        double share = (projection - lowest) / range;
        return Math.round(Math.clamp(share, 0, 1) * (1L << 30));
    }

    private int firstFrom(long key, int backs) {
        int found = Arrays.binarySearch(sorted, 0, backs, Math.max(0, key) << 32);
        return found < 0 ? -found - 1 : found;
    }
}
