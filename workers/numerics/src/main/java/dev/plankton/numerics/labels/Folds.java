package dev.plankton.numerics.labels;

import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Divides images into parts for cross-validation. */
public final class Folds {
    private Folds() {}

    /**
     * Spreads the images of each class over the folds as evenly as they go, in random order. The same arguments give the
     * same folds. A class with fewer images than folds has each of them in another fold. Folds differ in size by one
     * image at most, because a class goes on where the one before it ended.
     *
     * @param labels class of each image, from 0
     * @return the fold of each image, from 0 up to but not including {@code folds}
     */
    public static int[] stratified(int[] labels, int classes, int folds, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] fold = new int[labels.length];
        int next = 0;
        for (int c = 0; c < classes; c++) {
            int label = c;
            int[] members = IntStream.range(0, labels.length)
                    .filter(row -> labels[row] == label)
                    .toArray();
            for (int last = members.length; last > 0; last--) { // Fisher and Yates, from the end
                int drawn = random.nextInt(last);
                fold[members[drawn]] = next++ % folds;
                members[drawn] = members[last - 1];
            }
        }
        return fold;
    }
}
