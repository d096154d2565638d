package dev.plankton.evaluate.measures;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Classifies vectors by the majority among their nearest labelled neighbours (k-NN, Euclidean, unweighted). */
public final class NearestNeighbours {
    private final Distances distances;
    private final LabelledVectors references;
    private final int neighbours;

    /** @param neighbours k; all references vote if there are fewer */
    public NearestNeighbours(LabelledVectors references, int neighbours) {
        this.distances = new Distances(references.vectors());
        this.references = references;
        this.neighbours = Math.min(neighbours, references.size());
    }

    /** @return the class of each vector; of equally frequent classes the first, as in scikit-learn */
    public int[] classify(float[][] vectors) {
        return IntStream.range(0, vectors.length)
                .parallel()
                .map(i -> vote(nearest(distances.squaredTo(vectors[i]))))
                .toArray();
    }

    private int[] nearest(float[] squared) {
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
