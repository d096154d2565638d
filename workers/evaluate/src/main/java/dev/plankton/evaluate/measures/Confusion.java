package dev.plankton.evaluate.measures;

import java.util.stream.IntStream;

/**
 * How often images of each class were taken for each class, and the usual figures that follow, as scikit-learn defines
 * them. A figure of the form 0/0 is 0.
 *
 * @param counts row = true class, column = predicted class
 */
@SuppressWarnings("ArrayRecordComponent") // plain arrays are the point
public record Confusion(int[][] counts) {

    public static Confusion of(int[] labels, int[] predicted, int classes) {
        int[][] counts = new int[classes][classes];
        for (int i = 0; i < labels.length; i++) {
            counts[labels[i]][predicted[i]]++;
        }
        return new Confusion(counts);
    }

    /** The share of images that were taken for what they are. */
    public double accuracy() {
        int right = 0;
        int all = 0;
        for (int c = 0; c < counts.length; c++) {
            right += counts[c][c];
            all += actual(c);
        }
        return ratio(right, all);
    }

    /** Mean recall over the classes that have images. */
    public double balancedAccuracy() {
        return classes()
                .filter(c -> actual(c) > 0)
                .mapToDouble(this::recall)
                .average()
                .orElse(0);
    }

    /** Mean F1 over the classes that have images or were predicted. */
    public double macroF1() {
        return classes()
                .filter(c -> actual(c) + predicted(c) > 0)
                .mapToDouble(this::f1)
                .average()
                .orElse(0);
    }

    /** Of the images taken for this class, the share that are of it. */
    public double precision(int c) {
        return ratio(counts[c][c], predicted(c));
    }

    /** Of the images of this class, the share taken for it. */
    public double recall(int c) {
        return ratio(counts[c][c], actual(c));
    }

    /** The harmonic mean of precision and recall. */
    public double f1(int c) {
        return ratio(2 * counts[c][c], actual(c) + predicted(c));
    }

    private IntStream classes() {
        return IntStream.range(0, counts.length);
    }

    private int actual(int c) {
        return IntStream.of(counts[c]).sum();
    }

    private int predicted(int c) {
        return classes().map(row -> counts[row][c]).sum();
    }

    private static double ratio(int part, int whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }
}
