package dev.plankton.contracts.formats;

import java.util.List;

/**
 * The measures of one checkpoint (SPEC 5), stored as a JSON artifact of kind "evaluation".
 *
 * @param round 0 for the network before training
 * @param classes class names; every list and matrix per class has this order
 * @param validation measures on validation images
 * @param test the same measures on test images
 * @param perClass one entry per class, on validation images
 * @param centroids class centroids of the validation embeddings, shape classes x dimensions
 * @param centroidDistances Euclidean distances between them, shape classes x classes
 * @param confusion counts of validation images by the nearest centroid of the training images; row = true class, column
 *     = predicted class
 * @param meanPairwiseDistance mean Euclidean distance between validation embeddings; near 0 it is a sign of collapse
 * @param embeddingVariance sum over dimensions of the variance of validation embeddings; near 0 it is a sign of
 *     collapse
 */
@SuppressWarnings("ArrayRecordComponent") // matrices of plain numbers
public record Evaluation(
        int round,
        List<String> classes,
        Measures validation,
        Measures test,
        List<ClassMeasures> perClass,
        float[][] centroids,
        double[][] centroidDistances,
        int[][] confusion,
        double meanPairwiseDistance,
        double embeddingVariance) {

    /**
     * @param images number of images measured
     * @param accuracySelf nearest-centroid accuracy with centroids of the measured images themselves (the original's
     *     figure)
     * @param accuracy nearest-centroid accuracy with centroids of the training images
     * @param accuracy5nn accuracy of the majority among the 5 nearest training images
     */
    public record Measures(
            int images,
            double accuracySelf,
            double accuracy,
            double accuracy5nn,
            double precisionAt1,
            double rPrecision,
            double meanAveragePrecisionAtR,
            double macroF1,
            double balancedAccuracy,
            double silhouette) {}

    /**
     * @param meanRadius mean Euclidean distance of the class's embeddings to their centroid
     * @param maxRadius the largest such distance
     * @param centroidMoved distance of the centroid from that of the previous checkpoint; 0 for round 0
     */
    public record ClassMeasures(
            String name,
            int images,
            double meanRadius,
            double maxRadius,
            double centroidMoved,
            double precision,
            double recall,
            double f1) {}

    public Evaluation {
        classes = List.copyOf(classes);
        perClass = List.copyOf(perClass);
    }
}
