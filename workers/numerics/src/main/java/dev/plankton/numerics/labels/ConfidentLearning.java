package dev.plankton.numerics.labels;

/**
 * Confident learning (Northcutt, Jiang and Chuang 2021, "Confident learning: estimating uncertainty in dataset labels"):
 * which images a classifier confidently takes for a class, where it is more confident of some classes than of others.
 * All probabilities must be out of fold: those of classifiers that were not trained on the image.
 */
public final class ConfidentLearning {
    /** Stands for no class. */
    public static final int NONE = -1;

    private ConfidentLearning() {}

    /**
     * The threshold of each class: the mean probability of the class over the images that were given it.
     *
     * @param labels the class that each image was given, from 0
     * @param probabilities shape images x classes
     * @return one threshold for each class; that of a class without images is infinite, so that no image reaches it
     */
    public static double[] thresholds(int[] labels, float[][] probabilities, int classes) {
        double[] thresholds = new double[classes];
        int[] images = new int[classes];
        for (int row = 0; row < labels.length; row++) {
            thresholds[labels[row]] += probabilities[row][labels[row]];
            images[labels[row]]++;
        }
        for (int c = 0; c < classes; c++) {
            thresholds[c] = images[c] == 0 ? Double.POSITIVE_INFINITY : thresholds[c] / images[c];
        }
        return thresholds;
    }

    /**
     * The class that an image is confidently taken for: of the classes whose threshold its probabilities reach, the most
     * probable one, of equally probable ones the first.
     *
     * @param probabilities of each class, for one image
     * @return the class, or {@link #NONE} if no threshold is reached
     */
    public static int confident(float[] probabilities, double[] thresholds) {
        int best = NONE;
        for (int c = 0; c < probabilities.length; c++) {
            if (probabilities[c] >= thresholds[c] && (best == NONE || probabilities[c] > probabilities[best])) {
                best = c;
            }
        }
        return best;
    }
}
