package dev.plankton.evaluate;

import dev.plankton.db.rows.ConfusionCell;
import dev.plankton.db.rows.EvaluationRow;
import dev.plankton.runtime.formats.Evaluation;
import java.util.List;
import java.util.stream.IntStream;

/** Turns an evaluation into what the run history keeps of it. */
final class EvaluationRows {
    private EvaluationRows() {}

    static EvaluationRow row(String runId, String evaluationId, String checkpoint, Evaluation evaluation) {
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
                confusion(evaluation));
    }

    private static EvaluationRow.SplitMeasures measures(Evaluation.Measures m) {
        return new EvaluationRow.SplitMeasures(
                m.images(),
                m.accuracySelf(),
                m.accuracy(),
                m.accuracy5nn(),
                m.precisionAt1(),
                m.rPrecision(),
                m.meanAveragePrecisionAtR(),
                m.macroF1(),
                m.balancedAccuracy(),
                m.silhouette());
    }

    private static List<ConfusionCell> confusion(Evaluation evaluation) {
        List<String> names = evaluation.classes();
        return IntStream.range(0, names.size())
                .boxed()
                .flatMap(row -> IntStream.range(0, names.size())
                        .filter(column -> evaluation.confusion()[row][column] > 0)
                        .mapToObj(column -> new ConfusionCell(
                                names.get(row), names.get(column), evaluation.confusion()[row][column])))
                .toList();
    }
}
