package dev.plankton.steps.trainingsummary;

import dev.plankton.contracts.formats.Evaluation;
import dev.plankton.contracts.formats.Evaluation.ClassMeasures;
import dev.plankton.drawing.Axis;
import dev.plankton.drawing.LineChart;
import dev.plankton.drawing.Series;
import dev.plankton.steps.trainingsummary.TrainingHistory.Measured;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The charts of a training, round by round. The original showed the first and the third of them. */
final class LearningCurves {
    private static final Axis ROUND = Axis.whole("round");
    private static final int MOST_POINTS = 2000;

    private final List<Measured> rounds;
    private final List<Measured> trained;
    private final double chance;
    private final LossSteps losses;

    LearningCurves(TrainingHistory history) {
        this.rounds = history.rounds();
        this.trained = rounds.stream().filter(one -> one.round() > 0).toList();
        this.chance = history.chance();
        this.losses = history.losses();
    }

    LineChart learningRate() {
        return new LineChart(
                "Learning rate",
                ROUND,
                Axis.fromZero("learning rate"),
                List.of(series("learning rate", trained, one -> one.checkpoint().learningRate())));
    }

    /** Over steps if the losses of all steps were kept, otherwise over rounds. */
    LineChart loss() {
        List<Series> series = new ArrayList<>();
        double[] ends = trained.stream().mapToDouble(Measured::round).toArray();
        if (!losses.isEmpty()) {
            LossSteps.Thinned thinned = losses.thinned(MOST_POINTS);
            series.add(new Series(stepName(thinned), thinned.steps(), thinned.losses(), Series.Line.FINE));
            ends = losses.rounds().stream().mapToDouble(LossSteps.Round::end).toArray();
        }
        series.add(new Series(
                "training, mean of the round",
                ends,
                trained.stream().mapToDouble(one -> one.checkpoint().loss()).toArray()));
        series.add(new Series(
                "validation, after the round",
                ends,
                trained.stream()
                        .mapToDouble(one -> one.checkpoint().validationLoss().orElse(Double.NaN))
                        .toArray()));
        return new LineChart(
                "Loss", losses.isEmpty() ? ROUND : Axis.whole("training step"), Axis.linear("loss"), series);
    }

    private static String stepName(LossSteps.Thinned thinned) {
        return thinned.stretch() == 1
                ? "training, each step"
                : "training, mean of %d steps".formatted(thinned.stretch());
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

    LineChart radii() {
        return new LineChart(
                "Size of the classes",
                ROUND,
                Axis.fromZero("Euclidean distance"),
                List.of(
                        series(
                                "mean radius",
                                rounds,
                                one -> CheckpointTable.meanOverClasses(one.evaluation(), ClassMeasures::meanRadius)),
                        series(
                                "largest radius, mean",
                                rounds,
                                one -> CheckpointTable.meanOverClasses(one.evaluation(), ClassMeasures::maxRadius)),
                        dashed("any two images", one -> one.evaluation().meanPairwiseDistance())));
    }

    LineChart movement() {
        Evaluation untrained = rounds.getFirst().evaluation();
        return new LineChart(
                "Movement of the class centroids",
                ROUND,
                Axis.fromZero("mean Euclidean distance"),
                List.of(
                        series(
                                "since the last checkpoint",
                                trained,
                                one -> CheckpointTable.meanOverClasses(one.evaluation(), ClassMeasures::centroidMoved)),
                        series(
                                "since before training",
                                trained,
                                one -> CentroidMovement.mean(untrained, one.evaluation()))));
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
