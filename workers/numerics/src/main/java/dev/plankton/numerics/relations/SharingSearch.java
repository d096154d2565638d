package dev.plankton.numerics.relations;

import dev.plankton.numerics.CancelCheck;
import java.util.Arrays;

/**
 * Finds the best pairs of differences that have an image in common. For each image, the differences from it to all
 * others are sorted by length. Each is compared with the longer ones, up to the length at which a pair can no longer be
 * among the best.
 */
final class SharingSearch {
    private static final double ROUNDING = 1e-6; // lengths are sorted as floats

    private final Candidate candidate;
    private final InnerProducts products;
    private final int[] classes;
    private final boolean withinClass;
    private final CancelCheck cancelled;

    SharingSearch(
            Candidate candidate, InnerProducts products, int[] classes, boolean withinClass, CancelCheck cancelled) {
        this.candidate = candidate;
        this.products = products;
        this.classes = classes;
        this.withinClass = withinClass;
        this.cancelled = cancelled;
    }

    void run(Workforce threads) throws InterruptedException {
        threads.run(products.size(), image -> {
            cancelled.check();
            compare(image, others(image));
        });
    }

    /** The images to which there is a difference, the nearest first. */
    private int[] others(int image) {
        long[] sorted = new long[products.size()];
        int count = 0;
        for (int other = 0; other < products.size(); other++) {
            if (other != image
                    && (withinClass || classes[other] != classes[image])
                    && products.haveLength(image, other)) {
                // The bits of floats that are not negative sort as the floats do.
                float length = (float) products.squaredLength(image, other);
                sorted[count++] = (long) Float.floatToRawIntBits(length) << 32 | other;
            }
        }
        Arrays.sort(sorted, 0, count);
        return Arrays.stream(sorted, 0, count).mapToInt(packed -> (int) packed).toArray();
    }

    private void compare(int image, int[] others) {
        double[] own = products.products()[image];
        double[] squares = new double[others.length];
        double[] shared = new double[others.length]; // the part of the inner products that comes from the image
        for (int i = 0; i < others.length; i++) {
            squares[i] = products.squaredLength(image, others[i]);
            shared[i] = own[image] - own[others[i]];
        }
        for (int i = 0; i < others.length && !candidate.best().perfect(); i++) {
            double[] row = products.products()[others[i]];
            double reach = reach(Math.sqrt(squares[i]));
            double longest = Math.pow(Math.sqrt(squares[i]) + reach, 2);
            double least = squares[i] - reach * reach;
            double offset = shared[i] - own[image];
            for (int j = i + 1; j < others.length && squares[j] <= longest; j++) {
                double product = 2 * (row[others[j]] + shared[j] + offset);
                if (Math.abs(product) >= least + squares[j]) {
                    offer(image, others[i], others[j], squares[i], squares[i] + squares[j], product);
                }
            }
        }
    }

    /** Offers first - image with second - image, and with image - second. */
    private void offer(int image, int first, int second, double shorter, double squares, double product) {
        candidate.offer(first, image, second, image, shorter, squares - product);
        candidate.offer(first, image, image, second, shorter, squares + product);
    }

    /** The distance above which no difference can form one of the best pairs with a difference of this length. */
    private double reach(double length) {
        double reach = Math.min(candidate.best().bound() * length, candidate.epsilon());
        return reach * (1 + ROUNDING) + Math.sqrt(8 * products.rounding());
    }
}
