package dev.plankton.numerics.measures;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * In what range an accuracy would lie, with a probability of 95 %, for other images of the same classes: the percentile
 * interval of a bootstrap over the images, class by class (Efron and Tibshirani 1993, chapter 13).
 */
public record AccuracyInterval(double low, double high) {
    private static final int RESAMPLES = 1000;
    private static final double TAIL = 0.025;
    /** The same draws each time, so that the same images give the same interval. */
    private static final long SEED = 95;

    /**
     * Draws the images of each class again and again, as many as there are.
     *
     * @param images number of images of each class
     * @param right how many of them were classified correctly
     */
    static AccuracyInterval of(int[] images, int[] right) {
        long all = Arrays.stream(images).asLongStream().sum();
        if (all == 0) {
            return new AccuracyInterval(0, 0);
        }
        SplittableRandom random = new SplittableRandom(SEED);
        double[] accuracies = new double[RESAMPLES];
        for (int sample = 0; sample < RESAMPLES; sample++) {
            long hits = 0;
            for (int c = 0; c < images.length; c++) {
                hits += hits(images[c], right[c], random);
            }
            accuracies[sample] = hits / (double) all;
        }
        Arrays.sort(accuracies);
        int cut = (int) Math.round(TAIL * RESAMPLES);
        return new AccuracyInterval(accuracies[cut], accuracies[RESAMPLES - 1 - cut]);
    }

    /** How many of a class's images are right when they are drawn with replacement. */
    private static int hits(int images, int right, SplittableRandom random) {
        if (right == 0 || right == images) {
            return right;
        }
        int hits = 0;
        for (int i = 0; i < images; i++) {
            hits += random.nextInt(images) < right ? 1 : 0;
        }
        return hits;
    }
}
