package dev.plankton.numerics.labels;

import dev.plankton.numerics.labels.NeighbourVotes.Vote;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * An image whose label is likely wrong.
 *
 * @param row its row
 * @param given the class of its label
 * @param proposed the class that classifier and neighbours agree on
 * @param probability the classifier's probability of the proposed class
 * @param probabilityOfGiven the same of the given class; lower
 * @param share of its neighbours that are of the proposed class, above a half
 */
public record LikelyError(
        int row, int given, int proposed, double probability, double probabilityOfGiven, double share) {

    private static final Comparator<LikelyError> ORDER = Comparator.comparingDouble(LikelyError::margin)
            .thenComparingDouble(LikelyError::share)
            .reversed()
            .thenComparingInt(LikelyError::row);

    /** By how much the proposed class is more probable than the given one. */
    public double margin() {
        return probability - probabilityOfGiven;
    }

    /**
     * Finds the images whose given class is contradicted twice: the classifier confidently takes them for another class
     * ({@link ConfidentLearning}), which it also finds more probable than the given one, and more than half of the
     * neighbours are of that same class.
     *
     * @param labels the class that each image was given, from 0
     * @param probabilities of classifiers that were not trained on the image, shape images x classes
     * @param votes of neighbours, for each image
     * @return the largest margin first, then the largest share, then the first row
     */
    public static List<LikelyError> of(int[] labels, float[][] probabilities, List<Vote> votes, int classes) {
        double[] thresholds = ConfidentLearning.thresholds(labels, probabilities, classes);
        return IntStream.range(0, labels.length)
                .filter(row -> {
                    int proposed = ConfidentLearning.confident(probabilities[row], thresholds);
                    return proposed != ConfidentLearning.NONE
                            && probabilities[row][proposed] > probabilities[row][labels[row]]
                            && votes.get(row).majority()
                            && votes.get(row).label() == proposed;
                })
                .mapToObj(row -> {
                    Vote vote = votes.get(row);
                    return new LikelyError(
                            row,
                            labels[row],
                            vote.label(),
                            probabilities[row][vote.label()],
                            probabilities[row][labels[row]],
                            vote.share());
                })
                .sorted(ORDER)
                .toList();
    }
}
