package dev.plankton.predict;

import dev.plankton.runtime.formats.EmbeddingTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The labelled images nearest to a new one, by Euclidean distance of the embeddings. Safe for several threads. */
final class Neighbours {
    private final EmbeddingTable labelled;
    private final int count;

    /**
     * One of them.
     *
     * @param row in the table of labelled images
     */
    record Neighbour(int row, double distance) {}

    /** @param count how many to find; fewer if there are fewer */
    Neighbours(EmbeddingTable labelled, int count) {
        this.labelled = labelled;
        this.count = Math.min(count, labelled.size());
    }

    /** The nearest first, of equally near ones the first in the table. */
    List<Neighbour> of(float[] vector) {
        double[] least = new double[count];
        int[] rows = new int[count];
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        for (int row = 0; row < labelled.size(); row++) {
            double squared = squaredDistance(vector, labelled.vectors()[row]);
            if (squared < least[count - 1]) {
                int place = count - 1;
                for (; place > 0 && squared < least[place - 1]; place--) {
                    least[place] = least[place - 1];
                    rows[place] = rows[place - 1];
                }
                least[place] = squared;
                rows[place] = row;
            }
        }
        List<Neighbour> neighbours = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            neighbours.add(new Neighbour(rows[i], Math.sqrt(least[i])));
        }
        return neighbours;
    }

    private static double squaredDistance(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            double difference = (double) a[i] - b[i];
            sum += difference * difference;
        }
        return sum;
    }

    /** How far a new image lies from what was learnt: the mean distance to its neighbours. */
    static double meanDistance(List<Neighbour> neighbours) {
        return neighbours.stream().mapToDouble(Neighbour::distance).average().orElse(Double.POSITIVE_INFINITY);
    }
}
