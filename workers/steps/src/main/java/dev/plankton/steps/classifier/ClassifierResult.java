package dev.plankton.steps.classifier;

import dev.plankton.contracts.formats.UnseenMeasures;
import dev.plankton.db.rows.ClassifierRow;
import dev.plankton.network.classifier.Classifier.Epoch;
import dev.plankton.numerics.measures.Confusion;
import java.util.List;
import java.util.Optional;

/**
 * The result of training a classifier, stored as a JSON artifact of kind "classifier-result".
 *
 * @param round the round of the checkpoint whose embeddings it was trained on
 * @param classes class names, in the order of the matrix
 * @param epochs losses and accuracies of each epoch
 * @param bestEpoch the epoch whose network was kept, counted from 1
 * @param confusion the confusion matrix on test images
 * @param misclassified the test images that were given a wrong class, the highest probability first
 * @param unseen how well scores notice images of held-out classes, the best on validation images first
 */
public record ClassifierResult(
        int round,
        List<String> classes,
        List<Epoch> epochs,
        int bestEpoch,
        Confusion confusion,
        List<Misclassified> misclassified,
        List<ClassifierRow.Unseen> unseen) {

    /**
     * A test image that was given a wrong class.
     *
     * @param image SHA-256 of the source file's bytes in hexadecimal
     * @param source path of the source file, relative to the dataset
     * @param probability probability of the predicted class, 0 to 1
     */
    public record Misclassified(
            String image,
            String source,
            String trueClass,
            String predictedClass,
            double probability,
            double probabilityOfTrue) {}

    public ClassifierResult {
        misclassified = List.copyOf(misclassified);
        unseen = List.copyOf(unseen);
        classes = List.copyOf(classes);
        epochs = List.copyOf(epochs);
    }

    /** The score by which new images are flagged; empty if no class was held out. */
    Optional<UnseenMeasures.Score> unseenScore() {
        return unseen.stream()
                .filter(ClassifierRow.Unseen::chosen)
                .map(ClassifierRow.Unseen::score)
                .findFirst();
    }

    /** Validation accuracy after the epoch that was kept. */
    double validationAccuracy() {
        return epochs.get(bestEpoch - 1).validationAccuracy();
    }
}
