package dev.plankton.steps.classifier.measures;

import dev.plankton.numerics.selection.Selection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A classifier's predictions for some images.
 *
 * @param labels the true class of each image
 * @param probabilities shape images x classes
 */
@SuppressWarnings("ArrayRecordComponent") // plain arrays on purpose
public record Predictions(int[] labels, float[][] probabilities) {

    /** An image that was given a wrong class. @param row the image's row */
    public record Mistake(int row, int trueClass, int predictedClass, double probability, double probabilityOfTrue) {}

    /** The most probable class of each image; of equally probable classes, the first. */
    public int[] predicted() {
        return IntStream.range(0, labels.length)
                .map(row -> Selection.largest(probabilities[row]))
                .toArray();
    }

    /** All mistakes, the highest probability first. */
    public List<Mistake> mistakes() {
        int[] predicted = predicted();
        return IntStream.range(0, labels.length)
                .filter(row -> predicted[row] != labels[row])
                .mapToObj(row -> new Mistake(
                        row,
                        labels[row],
                        predicted[row],
                        probabilities[row][predicted[row]],
                        probabilities[row][labels[row]]))
                .sorted(Comparator.comparingDouble(Mistake::probability).reversed())
                .toList();
    }

    /**
     * The mistakes with the highest probability, one for each pair of classes. Pairs repeat only if there are too few
     * of them.
     */
    public List<Mistake> examples(int count) {
        List<Mistake> all = mistakes();
        Set<List<Integer>> pairs = new HashSet<>();
        List<Mistake> first = all.stream()
                .filter(mistake -> pairs.add(List.of(mistake.trueClass(), mistake.predictedClass())))
                .limit(count)
                .toList();
        List<Mistake> rest = all.stream()
                .filter(mistake -> !first.contains(mistake))
                .limit(count - first.size())
                .toList();
        return Stream.concat(first.stream(), rest.stream()).toList();
    }
}
