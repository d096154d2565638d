package dev.plankton.numerics.measures;

import java.util.Arrays;

/**
 * The receiver operating characteristic of a score: which share of the items to be found is at or above a threshold, and
 * which share of the others, for every threshold. Both shares begin at 0 and end at 1.
 *
 * @param falseAlarms share of the others, ascending
 * @param found share of the items to be found, ascending
 */
@SuppressWarnings("ArrayRecordComponent") // plain arrays are the point
public record OperatingCurve(double[] falseAlarms, double[] found) {

    /**
     * Computes the curve, one point for each score that occurs.
     *
     * @param wanted scores of the items to be found, at least one
     * @param others scores of the others, at least one
     */
    public static OperatingCurve of(double[] wanted, double[] others) {
        double[] thresholds = Arrays.copyOf(wanted, wanted.length + others.length);
        System.arraycopy(others, 0, thresholds, wanted.length, others.length);
        thresholds = Arrays.stream(thresholds).sorted().distinct().toArray();
        double[] alarms = new double[thresholds.length + 1];
        double[] found = new double[thresholds.length + 1];
        double[] sortedWanted = sorted(wanted);
        double[] sortedOthers = sorted(others);
        int wantedAbove = 0;
        int othersAbove = 0;
        for (int point = 1; point < found.length; point++) {
            double threshold = thresholds[thresholds.length - point];
            while (wantedAbove < wanted.length && sortedWanted[wanted.length - 1 - wantedAbove] >= threshold) {
                wantedAbove++;
            }
            while (othersAbove < others.length && sortedOthers[others.length - 1 - othersAbove] >= threshold) {
                othersAbove++;
            }
            found[point] = wantedAbove / (double) wanted.length;
            alarms[point] = othersAbove / (double) others.length;
        }
        return new OperatingCurve(alarms, found);
    }

    private static double[] sorted(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted;
    }

    /** The largest share that is found with at most this share of false alarms. */
    public double foundWith(double mostFalseAlarms) {
        double best = 0;
        for (int point = 0; point < found.length && falseAlarms[point] <= mostFalseAlarms; point++) {
            best = found[point];
        }
        return best;
    }

    /** The curve at about so many points, evenly spaced along it, for a picture. */
    public OperatingCurve thinned(int points) {
        if (found.length <= points) {
            return this;
        }
        double[] alarms = new double[points];
        double[] some = new double[points];
        for (int i = 0; i < points; i++) {
            int point = (int) ((long) i * (found.length - 1) / (points - 1));
            alarms[i] = falseAlarms[point];
            some[i] = found[point];
        }
        return new OperatingCurve(alarms, some);
    }
}
