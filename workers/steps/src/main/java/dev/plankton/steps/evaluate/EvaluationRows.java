package dev.plankton.steps.evaluate;

import dev.plankton.contracts.formats.Evaluation;
import dev.plankton.contracts.ids.ArtifactId;
import dev.plankton.contracts.ids.RunId;
import dev.plankton.db.rows.ConfusionCell;
import dev.plankton.db.rows.EvaluationRow;

/** Converts an evaluation to the row that the run history keeps. */
final class EvaluationRows {
    private EvaluationRows() {}

    static EvaluationRow row(RunId runId, ArtifactId evaluationId, ArtifactId checkpoint, Evaluation evaluation) {
        return new EvaluationRow(
                runId,
                evaluation.round(),
                evaluationId,
                checkpoint,
                measures(evaluation.validation()),
                measures(evaluation.test()),
                evaluation.meanPairwiseDistance(),
                evaluation.embeddingVariance(),
                evaluation.perClass().stream()
                        .map(c -> new EvaluationRow.ClassMeasures(
                                c.name(),
                                c.images(),
                                c.meanRadius(),
                                c.maxRadius(),
                                c.centroidMoved(),
                                c.precision(),
                                c.recall(),
                                c.f1()))
                        .toList(),
                ConfusionCell.over0(evaluation.classes(), evaluation.confusion()),
                evaluation.unseen());
    }

    private static EvaluationRow.SplitMeasures measures(Evaluation.Measures m) {
        return new EvaluationRow.SplitMeasures(
                m.images(),
                m.accuracySelf(),
                m.accuracy(),
                m.accuracyInterval(),
                m.accuracy5nn(),
                m.precisionAt1(),
                m.rPrecision(),
                m.meanAveragePrecisionAtR(),
                m.macroF1(),
                m.balancedAccuracy(),
                m.silhouette(),
                m.sampled());
    }
}
