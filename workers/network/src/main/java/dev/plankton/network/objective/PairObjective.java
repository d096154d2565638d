package dev.plankton.network.objective;

import dev.plankton.contracts.choices.Head;
import dev.plankton.network.architecture.HeadFunction;

/** A loss over all pairs of a batch, for embeddings of length 1. */
record PairObjective(PairLoss loss) implements Objective {

    @Override
    public Result evaluate(double[][] outputs, int[] classes) {
        int rows = outputs.length;
        double[][] embeddings = HeadFunction.embeddings(Head.SPHERE, outputs);
        double[][] cosines = Vectors.dots(embeddings, embeddings);
        double[][] byCosine = new double[rows][rows];
        double value = loss.of(cosines, classes, byCosine);
        double[][] slopes = new double[rows][];
        for (int row = 0; row < rows; row++) {
            double[] byEmbedding = new double[embeddings[row].length];
            for (int other = 0; other < rows; other++) {
                if (other != row) {
                    Vectors.add(byEmbedding, byCosine[row][other] + byCosine[other][row], embeddings[other]);
                }
            }
            slopes[row] = HeadFunction.backwards(Head.SPHERE, outputs[row], embeddings[row], byEmbedding);
        }
        return new Result(
                value,
                slopes,
                Vectors.meanDistance(Vectors.squaredDistances(embeddings)),
                Vectors.meanLength(outputs),
                shareOfWrongNeighbours(cosines, classes));
    }

    private static double shareOfWrongNeighbours(double[][] cosines, int[] classes) {
        int wrong = 0;
        for (int row = 0; row < classes.length; row++) {
            int nearest = row == 0 ? 1 : 0;
            for (int other = 0; other < classes.length; other++) {
                if (other != row && cosines[row][other] > cosines[row][nearest]) {
                    nearest = other;
                }
            }
            wrong += classes[nearest] == classes[row] ? 0 : 1;
        }
        return wrong / (double) Math.max(1, classes.length);
    }
}
