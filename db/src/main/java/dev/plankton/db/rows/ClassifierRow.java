package dev.plankton.db.rows;

import dev.plankton.contracts.formats.Evaluation;
import dev.plankton.contracts.formats.UnseenMeasures;
import dev.plankton.contracts.ids.ArtifactId;
import dev.plankton.contracts.ids.RunId;
import java.util.List;

/**
 * The classifier of a run (SPEC 6), measured on test images.
 *
 * @param classifier the model
 * @param round the checkpoint whose embeddings it was trained on
 * @param bestEpoch the epoch that was kept, from 1
 * @param testAccuracyInterval where the test accuracy would lie for other images of the same classes
 * @param confusion counts on test images, only those over 0
 * @param misclassified the test images that it takes for another class
 * @param unseen how well scores notice images of held-out classes; empty if none were held out
 */
public record ClassifierRow(
        RunId runId,
        ArtifactId classifier,
        int round,
        int bestEpoch,
        double validationAccuracy,
        double testAccuracy,
        Evaluation.Interval testAccuracyInterval,
        double macroF1,
        List<ClassScore> perClass,
        List<ConfusionCell> confusion,
        List<Misclassified> misclassified,
        List<Unseen> unseen) {

    /** One class on test images. */
    public record ClassScore(String name, int images, double precision, double recall, double f1) {}

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

    /**
     * How well a score tells images of held-out classes from those of the classes that were trained on.
     *
     * @param validationAuroc area under the receiver operating characteristic against validation images
     * @param testAuroc the same against test images
     * @param foundAt1 share of the images that is found where 1 % of the test images are false alarms
     * @param chosen whether new images are flagged by it
     */
    public record Unseen(
            UnseenMeasures.Score score,
            double validationAuroc,
            double testAuroc,
            double foundAt1,
            double foundAt5,
            double foundAt10,
            boolean chosen) {}

    public ClassifierRow {
        unseen = List.copyOf(unseen);
        misclassified = List.copyOf(misclassified);
        perClass = List.copyOf(perClass);
        confusion = List.copyOf(confusion);
    }
}
