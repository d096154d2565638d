package dev.plankton.steps.classifier;

import dev.plankton.contracts.formats.Evaluation.Interval;
import dev.plankton.contracts.formats.ModelManifest;
import dev.plankton.contracts.ids.ArtifactId;
import dev.plankton.contracts.ids.RunId;
import dev.plankton.db.rows.ClassifierRow;
import dev.plankton.db.rows.ConfusionCell;
import dev.plankton.db.rows.ModelRow;
import dev.plankton.numerics.measures.AccuracyInterval;
import dev.plankton.numerics.measures.Confusion;
import java.util.List;
import java.util.stream.IntStream;

/** Converts a classifier and its model to the rows that the run history keeps. */
final class ClassifierRows {
    private ClassifierRows() {}

    static ClassifierRow row(RunId runId, ArtifactId classifier, ClassifierResult result) {
        Confusion confusion = result.confusion();
        AccuracyInterval interval = confusion.accuracyInterval();
        return new ClassifierRow(
                runId,
                classifier,
                result.round(),
                result.bestEpoch(),
                result.validationAccuracy(),
                confusion.accuracy(),
                new Interval(interval.low(), interval.high()),
                confusion.macroF1(),
                IntStream.range(0, result.classes().size())
                        .mapToObj(c -> new ClassifierRow.ClassScore(
                                result.classes().get(c),
                                confusion.images(c),
                                confusion.precision(c),
                                confusion.recall(c),
                                confusion.f1(c)))
                        .toList(),
                ConfusionCell.over0(result.classes(), confusion.counts()),
                result.misclassified().stream()
                        .map(image -> new ClassifierRow.Misclassified(
                                image.image(),
                                image.source(),
                                image.trueClass(),
                                image.predictedClass(),
                                image.probability(),
                                image.probabilityOfTrue()))
                        .toList(),
                result.unseen());
    }

    /** The scores as the run history keeps them. */
    static List<ClassifierRow.Unseen> unseen(UnseenClasses unseen) {
        return unseen.scores().stream()
                .map(one -> new ClassifierRow.Unseen(
                        one.score(),
                        one.validationAuroc(),
                        one.testAuroc(),
                        one.onTest().foundWith(UnseenReport.FALSE_ALARMS.get(0)),
                        one.onTest().foundWith(UnseenReport.FALSE_ALARMS.get(1)),
                        one.onTest().foundWith(UnseenReport.FALSE_ALARMS.get(2)),
                        one.score() == unseen.best()))
                .toList();
    }

    static ModelRow model(RunId runId, ArtifactId modelId, ModelManifest model) {
        return new ModelRow(
                runId,
                modelId,
                model.training(),
                model.dataset(),
                model.checkpoint(),
                model.classifier(),
                model.round(),
                model.validationAccuracy(),
                model.testAccuracy());
    }
}
