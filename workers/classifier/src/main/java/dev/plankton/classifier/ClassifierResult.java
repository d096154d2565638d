package dev.plankton.classifier;

import dev.plankton.network.Classifier.Epoch;
import dev.plankton.runtime.measures.Confusion;
import java.util.List;

/**
 * All that is known of a trained classifier, stored as a JSON artifact of kind "classifier-result".
 *
 * @param round the checkpoint whose embeddings it was trained on
 * @param classes class names, in the order of the matrix
 * @param epochs the course of training
 * @param bestEpoch the epoch that was kept, from 1
 * @param confusion on test images
 * @param misclassified the test images that are taken for another class, the surest first
 */
public record ClassifierResult(
        int round,
        List<String> classes,
        List<Epoch> epochs,
        int bestEpoch,
        Confusion confusion,
        List<Misclassified> misclassified) {

    /**
     * A test image that is taken for another class.
     *
     * @param image SHA-256 of the source file's bytes in hexadecimal
     * @param source where it came from, relative to the dataset
     * @param probability that of the predicted class, 0 to 1
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
        classes = List.copyOf(classes);
        epochs = List.copyOf(epochs);
    }

    /** Validation accuracy after the epoch that was kept. */
    double validationAccuracy() {
        return epochs.get(bestEpoch - 1).validationAccuracy();
    }
}
