package dev.plankton.numerics.measures;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Finds the labelled vectors that are nearest to other vectors (k-NN, Euclidean). The search is exact. Distances are
 * compared as squares in single precision; see {@link ReferenceBlock}. Safe for several threads.
 */
public final class NearestNeighbours {
    private final LabelledVectors references;
    private final int neighbours;

    /**
     * A neighbour.
     *
     * @param row its row in the labelled vectors
     * @param distance Euclidean distance to it
     */
    public record Neighbour(int row, double distance) {}

    /**
     * @param references the labelled vectors
     * @param neighbours k; if there are fewer references, all of them count
     */
    public NearestNeighbours(LabelledVectors references, int neighbours) {
        this.references = references;
        this.neighbours = Math.min(neighbours, references.size());
    }

    /**
     * The neighbours of each vector, the nearest first; of equally near ones the first in the order of the references.
     *
     * @param vectors shape n x dimensions
     */
    public List<List<Neighbour>> of(float[][] vectors) {
        int[][] nearest = nearest(vectors);
        return IntStream.range(0, vectors.length)
                .mapToObj(i -> Arrays.stream(nearest[i])
                        .mapToObj(row -> new Neighbour(
                                row, Distances.euclidean(vectors[i], references.vectors()[row])))
                        .toList())
                .toList();
    }

    /**
     * The most frequent class among the neighbours of each vector.
     *
     * @param vectors shape n x dimensions
     * @return the class of each vector; of equally frequent classes the first, as in scikit-learn
     */
    public int[] classify(float[][] vectors) {
        return Arrays.stream(nearest(vectors)).mapToInt(this::vote).toArray();
    }

    /**
     * The same, but of equally frequent classes the one with the nearest vector. Where references are few, ties are common,
     * and the order of the classes must not decide them.
     */
    public int[] classifyNearestOfEqual(float[][] vectors) {
        return Arrays.stream(nearest(vectors))
                .mapToInt(this::voteNearestOfEqual)
                .toArray();
    }

    private int[][] nearest(float[][] vectors) {
        int[][] nearest = new int[vectors.length][neighbours];
        if (neighbours > 0) {
            Comparison.run(
                    vectors.length,
                    references.vectors(),
                    (from, to) -> new NeighbourSearch(
                            Arrays.copyOfRange(vectors, from, to), Arrays.copyOfRange(nearest, from, to)));
        }
        return nearest;
    }

    private int voteNearestOfEqual(int[] voters) {
        return mostFrequent(
                IntStream.of(voters).map(voter -> references.labels()[voter]).toArray(), references.classes());
    }

    /**
     * The most frequent of some labels, of equally frequent ones the first.
     *
     * @param labels at least one, from 0 up to but not including {@code classes}; those of the nearest vectors first
     */
    public static int mostFrequent(int[] labels, int classes) {
        int[] votes = new int[classes];
        for (int label : labels) {
            votes[label]++;
        }
        int best = labels[0];
        for (int label : labels) {
            best = votes[label] > votes[best] ? label : best;
        }
        return best;
    }

    /** Mean distance to some neighbours; infinite if there are none. */
    public static double meanDistance(List<Neighbour> neighbours) {
        return neighbours.stream().mapToDouble(Neighbour::distance).average().orElse(Double.POSITIVE_INFINITY);
    }

    private int vote(int[] voters) {
        int[] votes = new int[references.classes()];
        int best = 0;
        for (int voter : voters) {
            votes[references.labels()[voter]]++;
        }
        for (int c = 1; c < votes.length; c++) {
            if (votes[c] > votes[best]) {
                best = c;
            }
        }
        return best;
    }
}
