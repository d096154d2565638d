package dev.plankton.numerics.measures;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Finds the labelled vectors that are nearest to other vectors (k-NN, Euclidean). Safe for several threads. */
public final class NearestNeighbours {
    private final Distances distances;
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
        this.distances = new Distances(references.vectors());
        this.references = references;
        this.neighbours = Math.min(neighbours, references.size());
    }

    /** The neighbours of a vector, the nearest first; of equally near ones the first in the order of the references. */
    public List<Neighbour> of(float[] vector) {
        return IntStream.of(nearest(vector))
                .mapToObj(row -> new Neighbour(
                        row, Distances.euclidean(vector, references.vectors()[row])))
                .toList();
    }

    /**
     * The most frequent class among the neighbours of each vector.
     *
     * @param vectors shape n x dimensions
     * @return the class of each vector; of equally frequent classes the first, as in scikit-learn
     */
    public int[] classify(float[][] vectors) {
        return IntStream.range(0, vectors.length)
                .parallel()
                .map(i -> vote(nearest(vectors[i])))
                .toArray();
    }

    private int[] nearest(float[] vector) {
        float[] squared = distances.squaredTo(vector);
        int[] nearest = new int[neighbours];
        float[] kept = new float[neighbours];
        Arrays.fill(kept, Float.POSITIVE_INFINITY);
        for (int i = 0; i < squared.length; i++) {
            if (squared[i] < kept[neighbours - 1]) {
                int place = neighbours - 1;
                for (; place > 0 && squared[i] < kept[place - 1]; place--) {
                    kept[place] = kept[place - 1];
                    nearest[place] = nearest[place - 1];
                }
                kept[place] = squared[i];
                nearest[place] = i;
            }
        }
        return nearest;
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
