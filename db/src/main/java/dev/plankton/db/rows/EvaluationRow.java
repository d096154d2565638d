package dev.plankton.db.rows;

import java.util.List;

/**
 * What one checkpoint of a run is worth (SPEC 5).
 *
 * @param evaluation artifact id of the full evaluation
 * @param checkpoint artifact id of the network
 * @param perClass measures on validation images
 * @param confusion nearest-centroid counts on validation images, only those over 0
 */
public record EvaluationRow(
        String runId,
        int round,
        String evaluation,
        String checkpoint,
        SplitMeasures validation,
        SplitMeasures test,
        double meanPairwiseDistance,
        double embeddingVariance,
        List<ClassMeasures> perClass,
        List<ConfusionCell> confusion) {

    /** Measures on one split; the names are explained at the evaluation's own format. */
    public record SplitMeasures(
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

    /** One class on validation images; distances are Euclidean. */
    public record ClassMeasures(
            String name,
            int images,
            double meanRadius,
            double maxRadius,
            double centroidMoved,
            double precision,
            double recall,
            double f1) {}

    public EvaluationRow {
        perClass = List.copyOf(perClass);
        confusion = List.copyOf(confusion);
    }
}
