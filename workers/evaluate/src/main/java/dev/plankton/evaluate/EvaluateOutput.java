package dev.plankton.evaluate;

/**
 * What a checkpoint is worth.
 *
 * @param evaluation artifact id of the full evaluation
 * @param training artifact id of the training manifest with this checkpoint as its last
 * @param accuracy on validation images, nearest of the centroids of the training images
 * @param testAccuracy the same on test images
 * @param roundsSinceImproved rounds since one had a higher accuracy on validation images than all before it; the
 *     workflow compares them with its patience
 */
public record EvaluateOutput(
        String evaluation, String training, int round, double accuracy, double testAccuracy, int roundsSinceImproved) {}
