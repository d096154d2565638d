package dev.plankton.steps.trainingsummary;

import dev.plankton.contracts.formats.Evaluation;
import dev.plankton.contracts.formats.Evaluation.ClassMeasures;
import dev.plankton.steps.kit.Figures;
import dev.plankton.steps.trainingsummary.TrainingHistory.Measured;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** All checkpoints of a training: a few figures to show, and every figure to download. */
final class CheckpointTable {
    static final List<String> SHOWN =
            List.of("round", "learning rate", "loss", "accuracy", "test accuracy", "5-NN", "MAP@R", "macro-F1", "best");

    private static final List<String> MEASURES = List.of(
            "images",
            "accuracy_self",
            "accuracy",
            "accuracy_5nn",
            "precision_at_1",
            "r_precision",
            "map_at_r",
            "macro_f1",
            "balanced_accuracy",
            "silhouette");

    private CheckpointTable() {}

    static List<List<String>> shown(TrainingHistory history) {
        return history.rounds().stream()
                .map(one -> shown(one, one.equals(history.best())))
                .toList();
    }

    private static List<String> shown(Measured one, boolean best) {
        Evaluation.Measures validation = one.evaluation().validation();
        return List.of(
                Integer.toString(one.round()),
                one.round() == 0 ? "-" : Figures.plain(one.checkpoint().learningRate()),
                one.round() == 0 ? "-" : Figures.three(one.checkpoint().loss()),
                Figures.three(validation.accuracy()),
                Figures.three(one.evaluation().test().accuracy()),
                Figures.three(validation.accuracy5nn()),
                Figures.three(validation.meanAveragePrecisionAtR()),
                Figures.three(validation.macroF1()),
                best ? "best" : "");
    }

    static List<String> columns() {
        return Stream.of(
                        Stream.of("round", "learning_rate", "loss", "validation_loss"),
                        MEASURES.stream().map(name -> "validation_" + name),
                        MEASURES.stream().map(name -> "test_" + name),
                        Stream.of(
                                "mean_radius",
                                "mean_centroid_movement",
                                "mean_centroid_movement_since_untrained",
                                "mean_pairwise_distance",
                                "embedding_variance",
                                "checkpoint"))
                .flatMap(names -> names)
                .toList();
    }

    static List<List<String>> all(TrainingHistory history) {
        return history.rounds().stream()
                .map(one -> all(one, history.first().evaluation()))
                .toList();
    }

    private static List<String> all(Measured one, Evaluation untrained) {
        Evaluation evaluation = one.evaluation();
        OptionalDouble loss = one.checkpoint().validationLoss();
        Stream<String> schedule = Stream.of(
                Integer.toString(one.round()),
                Figures.exact(one.checkpoint().learningRate()),
                Figures.exact(one.checkpoint().loss()),
                loss.isPresent() ? Figures.exact(loss.getAsDouble()) : "");
        Stream<Number> spread = Stream.of(
                meanOverClasses(evaluation, ClassMeasures::meanRadius),
                meanOverClasses(evaluation, ClassMeasures::centroidMoved),
                CentroidMovement.mean(untrained, evaluation),
                evaluation.meanPairwiseDistance(),
                evaluation.embeddingVariance());
        Stream<String> measured = Stream.of(measures(evaluation.validation()), measures(evaluation.test()), spread)
                .flatMap(figures -> figures)
                .map(Number::toString);
        return Stream.of(
                        schedule,
                        measured,
                        Stream.of(one.checkpoint().checkpoint().sha256()))
                .flatMap(cells -> cells)
                .toList();
    }

    private static Stream<Number> measures(Evaluation.Measures m) {
        return Stream.of(
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

    static double meanOverClasses(Evaluation evaluation, ToDoubleFunction<ClassMeasures> measure) {
        return evaluation.perClass().stream().mapToDouble(measure).average().orElse(Double.NaN);
    }
}
