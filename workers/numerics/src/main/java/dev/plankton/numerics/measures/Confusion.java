package dev.plankton.numerics.measures;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A confusion matrix: how often images of each class were predicted as each class. The measures that follow from it are
 * those of scikit-learn, from 0 to 1; a measure of the form 0/0 is 0.
 *
 * @param counts shape classes x classes, row = true class, column = predicted class
 */
@SuppressWarnings("ArrayRecordComponent") // plain arrays are the point
public record Confusion(int[][] counts) {

    /** How often images of one class were predicted as one other class. */
    public record Pair(int trueClass, int predictedClass, int images) {}

    /**
     * Counts the images by their true and their predicted class, both from 0.
     *
     * @param labels true class of each image
     * @param predicted predicted class of each image
     */
    public static Confusion of(int[] labels, int[] predicted, int classes) {
        int[][] counts = new int[classes][classes];
        for (int i = 0; i < labels.length; i++) {
            counts[labels[i]][predicted[i]]++;
        }
        return new Confusion(counts);
    }

    /** The same counts with rows and columns in another order. @param order the old indices in their new order */
    public Confusion ordered(List<Integer> order) {
        return new Confusion(order.stream()
                .map(row ->
                        order.stream().mapToInt(column -> counts[row][column]).toArray())
                .toArray(int[][]::new));
    }

    /** The share of images whose predicted class is their true class. */
    public double accuracy() {
        int right = classes().map(c -> counts[c][c]).sum();
        return ratio(right, classes().map(this::images).sum());
    }

    /** In what range the accuracy would lie for other images of these classes. */
    public AccuracyInterval accuracyInterval() {
        return AccuracyInterval.of(
                classes().map(this::images).toArray(),
                classes().map(c -> counts[c][c]).toArray());
    }

    /** Mean recall over the classes that have images. */
    public double balancedAccuracy() {
        return classes()
                .filter(c -> images(c) > 0)
                .mapToDouble(this::recall)
                .average()
                .orElse(0);
    }

    /** Mean F1 over the classes that have images or were predicted. */
    public double macroF1() {
        return classes()
                .filter(c -> images(c) + predicted(c) > 0)
                .mapToDouble(this::f1)
                .average()
                .orElse(0);
    }

    /** Number of images of this class. */
    public int images(int c) {
        return IntStream.of(counts[c]).sum();
    }

    /** Of the images predicted as this class, the share that belongs to it. */
    public double precision(int c) {
        return ratio(counts[c][c], predicted(c));
    }

    /** Of the images of this class, the share predicted as this class. */
    public double recall(int c) {
        return ratio(counts[c][c], images(c));
    }

    /** The harmonic mean of precision and recall. */
    public double f1(int c) {
        return ratio(2 * counts[c][c], images(c) + predicted(c));
    }

    /**
     * The classes that have images, the lowest recall first. If recalls are equal, the lower F1 comes first, then the
     * lower class number.
     */
    public List<Integer> weakestFirst() {
        return classes()
                .filter(c -> images(c) > 0)
                .boxed()
                .sorted(Comparator.comparingDouble(this::recall).thenComparingDouble(this::f1))
                .toList();
    }

    /** All pairs of different classes that were confused, the most frequent first. */
    public List<Pair> confusedPairs() {
        List<Pair> pairs = new ArrayList<>();
        for (int row = 0; row < counts.length; row++) {
            for (int column = 0; column < counts.length; column++) {
                if (row != column && counts[row][column] > 0) {
                    pairs.add(new Pair(row, column, counts[row][column]));
                }
            }
        }
        pairs.sort(Comparator.comparingInt(Pair::images).reversed());
        return List.copyOf(pairs);
    }

    private IntStream classes() {
        return IntStream.range(0, counts.length);
    }

    private int predicted(int c) {
        return classes().map(row -> counts[row][c]).sum();
    }

    private static double ratio(int part, int whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }
}
