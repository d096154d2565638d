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

    private int[] votes(int[] voters) {
        int[] votes = new int[references.classes()];
        for (int voter : voters) {
            votes[references.labels()[voter]]++;
        }
        return votes;
    }

    private int voteNearestOfEqual(int[] voters) {
        int[] votes = votes(voters);
        int best = references.labels()[voters[0]];
        for (int voter : voters) {
            int label = references.labels()[voter];
            best = votes[label] > votes[best] ? label : best;
        }
        return best;
    }

    private int vote(int[] voters) {
        int[] votes = votes(voters);
        int best = 0;
        for (int c = 1; c < votes.length; c++) {
            if (votes[c] > votes[best]) {
                best = c;
            }
        }
        return best;
    }
}
