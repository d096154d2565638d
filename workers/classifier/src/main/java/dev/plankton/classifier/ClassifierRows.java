package dev.plankton.classifier;

import dev.plankton.db.rows.ClassifierRow;
import dev.plankton.db.rows.ConfusionCell;
import dev.plankton.db.rows.ModelRow;
import dev.plankton.runtime.formats.ModelManifest;
import dev.plankton.runtime.measures.Confusion;
import java.util.stream.IntStream;

/** A classifier's result as the run history keeps it. */
final class ClassifierRows {
    private ClassifierRows() {}

    static ClassifierRow row(String runId, String classifier, ClassifierResult result) {
        Confusion confusion = result.confusion();
        return new ClassifierRow(
                runId,
                classifier,
                result.round(),
                result.bestEpoch(),
                result.validationAccuracy(),
                confusion.accuracy(),
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
                        .toList());
    }

    static ModelRow model(String runId, String modelId, ModelManifest model) {
        return new ModelRow(
                runId,
                modelId,
                model.training().sha256(),
                model.dataset().sha256(),
                model.checkpoint().sha256(),
                model.classifier().sha256(),
                model.round(),
                model.validationAccuracy(),
                model.testAccuracy());
    }
}
