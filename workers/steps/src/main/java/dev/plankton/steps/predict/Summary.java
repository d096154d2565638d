package dev.plankton.steps.predict;

import dev.plankton.contracts.formats.UnseenMeasures.Score;
import java.util.List;

/**
 * The figures that go to the run history, stored as a JSON artifact of kind "classification".
 *
 * @param name the name under which the images were uploaded
 * @param threshold score above which an image is flagged
 * @param score which score that is
 * @param classes the classes that were predicted for at least one image, the most frequent first
 */
public record Summary(String name, int images, int far, double threshold, Score score, List<ClassCount> classes) {

    /** The images that were given one class. */
    public record ClassCount(String name, int images, int far, double meanConfidence) {}

    public Summary {
        classes = List.copyOf(classes);
    }

    static Summary of(String name, Predictions predictions) {
        List<ClassCount> classes = predictions.byClass().values().stream()
                .map(members -> new ClassCount(
                        members.getFirst().className(),
                        members.size(),
                        (int) members.stream().filter(Prediction::far).count(),
                        members.stream()
                                .mapToDouble(Prediction::confidence)
                                .average()
                                .orElseThrow()))
                .toList();
        int far = (int) predictions.all().stream().filter(Prediction::far).count();
        return new Summary(
                name, predictions.all().size(), far, predictions.threshold(), predictions.flaggedBy(), classes);
    }
}
