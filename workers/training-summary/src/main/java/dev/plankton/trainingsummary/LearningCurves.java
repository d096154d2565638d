package dev.plankton.trainingsummary;

import dev.plankton.drawing.Axis;
import dev.plankton.drawing.LineChart;
import dev.plankton.drawing.Series;
import dev.plankton.runtime.formats.Evaluation.ClassMeasures;
import dev.plankton.trainingsummary.TrainingHistory.Measured;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** A training round by round; the original showed the first and the third of these charts. */
final class LearningCurves {
    private static final Axis ROUND = Axis.whole("round");

    private final List<Measured> rounds;
    private final List<Measured> trained;
    private final double chance;

    LearningCurves(TrainingHistory history) {
        this.rounds = history.rounds();
        this.trained = rounds.stream().filter(one -> one.round() > 0).toList();
        this.chance = history.chance();
    }

    LineChart learningRate() {
        return new LineChart(
                "Learning rate",
                ROUND,
                Axis.fromZero("learning rate"),
                List.of(series("learning rate", trained, one -> one.checkpoint().learningRate())));
    }

    LineChart loss() {
        return new LineChart(
                "Triplet loss",
                ROUND,
                Axis.linear("loss"),
                List.of(
                        series(
                                "training, mean of the round",
                                trained,
                                one -> one.checkpoint().loss()),
                        series(
                                "validation, after the round",
                                trained,
                                one -> one.checkpoint().validationLoss())));
    }

    LineChart accuracy() {
        return new LineChart(
                "Accuracy",
                ROUND,
                Axis.share("share of images"),
                List.of(
                        series(
                                "validation",
                                rounds,
                                one -> one.evaluation().validation().accuracy()),
                        series("test", rounds, one -> one.evaluation().test().accuracy()),
                        series(
                                "validation, own centroids",
                                rounds,
                                one -> one.evaluation().validation().accuracySelf()),
                        series(
                                "validation, 5-NN",
                                rounds,
                                one -> one.evaluation().validation().accuracy5nn()),
                        dashed("chance", one -> chance)));
    }

    LineChart retrieval() {
        return new LineChart(
                "Nearest images of the same class",
                ROUND,
                Axis.share("mean over validation images"),
                List.of(
                        series(
                                "precision@1",
                                rounds,
                                one -> one.evaluation().validation().precisionAt1()),
                        series(
                                "R-precision",
                                rounds,
                                one -> one.evaluation().validation().rPrecision()),
                        series(
                                "MAP@R",
                                rounds,
                                one -> one.evaluation().validation().meanAveragePrecisionAtR())));
    }

    LineChart clusters() {
        return new LineChart(
                "Size and movement of the classes",
                ROUND,
                Axis.fromZero("Euclidean distance"),
                List.of(
                        series(
                                "mean radius",
                                rounds,
                                one -> CheckpointTable.meanOverClasses(one.evaluation(), ClassMeasures::meanRadius)),
                        series(
                                "mean centroid movement",
                                trained,
                                one -> CheckpointTable.meanOverClasses(one.evaluation(), ClassMeasures::centroidMoved)),
                        series(
                                "mean pairwise distance",
                                rounds,
                                one -> one.evaluation().meanPairwiseDistance())));
    }

    private Series dashed(String name, ToDoubleFunction<Measured> figure) {
        Series solid = series(name, rounds, figure);
        return new Series(name, solid.x(), solid.y(), Series.Line.DASHED);
    }

    private static Series series(String name, List<Measured> rounds, ToDoubleFunction<Measured> figure) {
        return new Series(
                name,
                rounds.stream().mapToDouble(Measured::round).toArray(),
                rounds.stream().mapToDouble(figure).toArray());
    }
}
