package dev.plankton.db.rows;

import dev.plankton.contracts.formats.Evaluation;
import dev.plankton.contracts.formats.UnseenMeasures;
import dev.plankton.contracts.ids.ArtifactId;
import dev.plankton.contracts.ids.RunId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The evaluation of one checkpoint of a run (SPEC 5).
 *
 * @param evaluation the full evaluation
 * @param checkpoint the network
 * @param perClass measures on validation images
 * @param confusion nearest-centroid counts on validation images, only those over 0
 * @param unseen measures on held-out classes, if there are any
 */
public record EvaluationRow(
        RunId runId,
        int round,
        ArtifactId evaluation,
        ArtifactId checkpoint,
        SplitMeasures validation,
        SplitMeasures test,
        double meanPairwiseDistance,
        double embeddingVariance,
        List<ClassMeasures> perClass,
        List<ConfusionCell> confusion,
        Optional<UnseenMeasures> unseen) {

    /**
     * Measures on one split; the format of the evaluation explains the names.
     *
     * @param sampled how many images some measures were taken on, if not on all
     */
    public record SplitMeasures(
            int images,
            double accuracySelf,
            double accuracy,
            Optional<Evaluation.Interval> accuracyInterval,
            double accuracy5nn,
            double precisionAt1,
            double rPrecision,
            double meanAveragePrecisionAtR,
            double macroF1,
            double balancedAccuracy,
            double silhouette,
            OptionalInt sampled) {}

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
