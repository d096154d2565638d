package dev.plankton.runtime.formats;

import java.util.List;

/**
 * What one checkpoint is worth (SPEC 5), stored as a JSON artifact of kind "evaluation".
 *
 * @param round 0 for the network before training
 * @param classes class names; every per-class list and matrix has their order
 * @param validation measures on validation images
 * @param test the same measures on test images
 * @param perClass one per class, on validation images
 * @param centroids class centroids of the validation embeddings, shape classes x dimensions
 * @param centroidDistances Euclidean distances between them, shape classes x classes
 * @param confusion nearest-centroid (of the training images) counts on validation images, row = true class
 * @param meanPairwiseDistance mean Euclidean distance between validation embeddings; a sign of collapse when near 0
 * @param embeddingVariance sum over dimensions of the variance of validation embeddings; likewise
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
     * @param accuracySelf nearest-centroid accuracy with centroids of these very images (the original's figure)
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
     * @param centroidMoved distance of the centroid from the last checkpoint's; 0 for round 0
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
