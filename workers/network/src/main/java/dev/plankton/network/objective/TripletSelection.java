package dev.plankton.network.objective;

import dev.plankton.contracts.choices.Miner;
import java.util.stream.IntStream;

/** Selects the triplets of a batch by the squared distances between its embeddings (SPEC 4). */
final class TripletSelection {
    /** Called for each selected triplet, with the rows of its images and its weight in the mean. */
    @FunctionalInterface
    interface Visitor {
        void visit(int anchor, int positive, int negative, double weight);
    }

    private TripletSelection() {}

    /**
     * @param distances squared distances, shape rows x rows
     * @param classes class of each row; ignored for {@link Miner#RANDOM}, whose rows are all anchors, all positives,
     *     all negatives
     * @param dimensions of the embeddings
     */
    static void visit(
            Miner miner, double margin, double[][] distances, int[] classes, int dimensions, Visitor visitor) {
        switch (miner) {
            case RANDOM -> random(distances.length / 3, visitor);
            case SEMI_HARD -> semiHard(margin, distances, classes, visitor);
            case HARD -> hard(distances, classes, visitor);
            case DISTANCE_WEIGHTED -> weighted(distances, classes, dimensions, visitor);
        }
    }

    /** The largest number of triplets that {@link #visit} could choose from a batch of these classes. */
    static long choices(Miner miner, int[] classes) {
        return switch (miner) {
            case RANDOM -> classes.length / 3;
            case HARD -> classes.length;
            case SEMI_HARD, DISTANCE_WEIGHTED -> {
                long sum = 0;
                for (int anchor : classes) {
                    long same = IntStream.of(classes)
                            .filter(other -> other == anchor)
                            .count();
                    sum += (same - 1) * (classes.length - same);
                }
                yield sum;
            }
        };
    }

    private static void random(int count, Visitor visitor) {
        for (int triplet = 0; triplet < count; triplet++) {
            visitor.visit(triplet, count + triplet, 2 * count + triplet, 1);
        }
    }

    // Schroff et al., FaceNet (2015), section 3.2: n > p, but n < p + margin.
    private static void semiHard(double margin, double[][] distances, int[] classes, Visitor visitor) {
        all(classes, (anchor, positive, negative, weight) -> {
            double p = distances[anchor][positive];
            double n = distances[anchor][negative];
            if (n > p && n < p + margin) {
                visitor.visit(anchor, positive, negative, weight);
            }
        });
    }

    private static void weighted(double[][] distances, int[] classes, int dimensions, Visitor visitor) {
        double[][] weights = NegativeWeights.of(distances, classes, dimensions);
        all(classes, (anchor, positive, negative, weight) -> {
            if (weights[anchor][negative] > 0) {
                visitor.visit(anchor, positive, negative, weights[anchor][negative]);
            }
        });
    }

    /** Every triplet of a batch, with weight 1. */
    private static void all(int[] classes, Visitor visitor) {
        for (int anchor = 0; anchor < classes.length; anchor++) {
            for (int positive = 0; positive < classes.length; positive++) {
                if (positive == anchor || classes[positive] != classes[anchor]) {
                    continue;
                }
                for (int negative = 0; negative < classes.length; negative++) {
                    if (classes[negative] != classes[anchor]) {
                        visitor.visit(anchor, positive, negative, 1);
                    }
                }
            }
        }
    }

    // Hermans et al., In Defense of the Triplet Loss (2017), "batch hard".
    private static void hard(double[][] distances, int[] classes, Visitor visitor) {
        int rows = distances.length;
        for (int anchor = 0; anchor < rows; anchor++) {
            int positive = -1;
            int negative = -1;
            for (int other = 0; other < rows; other++) {
                double distance = distances[anchor][other];
                if (classes[other] != classes[anchor]) {
                    negative = negative < 0 || distance < distances[anchor][negative] ? other : negative;
                } else if (other != anchor) {
                    positive = positive < 0 || distance > distances[anchor][positive] ? other : positive;
                }
            }
            if (positive >= 0 && negative >= 0) {
                visitor.visit(anchor, positive, negative, 1);
            }
        }
    }
}
