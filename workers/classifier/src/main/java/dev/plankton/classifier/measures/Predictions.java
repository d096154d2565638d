package dev.plankton.classifier.measures;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a classifier says of some images.
 *
 * @param labels the true class of each image
 * @param probabilities shape images x classes
 */
@SuppressWarnings("ArrayRecordComponent") // plain arrays are the point
public record Predictions(int[] labels, float[][] probabilities) {

    /** An image that was taken for another class. @param row the image's row */
    public record Mistake(int row, int trueClass, int predictedClass, double probability, double probabilityOfTrue) {}

    /** The likeliest class of each image, the first among equals. */
    public int[] predicted() {
        return IntStream.range(0, labels.length)
                .map(row -> likeliest(probabilities[row]))
                .toArray();
    }

    /** All mistakes, the surest first. */
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

    /** The surest mistakes, one for each pair of classes; pairs repeat only when there are too few. */
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

    private static int likeliest(float[] probabilities) {
        int likeliest = 0;
        for (int c = 1; c < probabilities.length; c++) {
            likeliest = probabilities[c] > probabilities[likeliest] ? c : likeliest;
        }
        return likeliest;
    }
}
