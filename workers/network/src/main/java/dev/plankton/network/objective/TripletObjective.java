package dev.plankton.network.objective;

import dev.plankton.contracts.choices.Head;
import dev.plankton.network.architecture.HeadFunction;

/**
 * The mean loss over the triplets that the miner chooses, each with its weight; 0 if it chooses none. The weights themselves
 * are taken as given when the loss is differentiated.
 */
record TripletObjective(Head head, TripletLoss loss, LossSettings settings) implements Objective {

    @Override
    public Result evaluate(double[][] outputs, int[] classes) {
        int rows = outputs.length;
        double[][] embeddings = HeadFunction.embeddings(head, outputs);
        double[][] distances = Vectors.squaredDistances(embeddings);
        double[][] weights = new double[rows][rows]; // derivatives of the loss with respect to each squared distance
        double[] sum = new double[1];
        double[] total = new double[1];
        int[] active = new int[1];
        TripletSelection.visit(
                settings.miner(),
                settings.margin(),
                distances,
                classes,
                embeddings[0].length,
                (anchor, positive, negative, weight) -> {
                    TripletLoss.Term one = loss.at(distances[anchor][positive], distances[anchor][negative]);
                    sum[0] += weight * one.value();
                    weights[anchor][positive] += weight * one.slopePositive();
                    weights[anchor][negative] += weight * one.slopeNegative();
                    total[0] += weight;
                    active[0] += one.value() > 0 ? 1 : 0;
                });
        double triplets = total[0] > 0 ? total[0] : 1;
        double[][] slopes = new double[rows][];
        for (int row = 0; row < rows; row++) {
            double[] byEmbedding = slopesByEmbedding(row, embeddings, weights, triplets);
            slopes[row] = HeadFunction.backwards(head, outputs[row], embeddings[row], byEmbedding);
        }
        return new Result(
                sum[0] / triplets,
                slopes,
                Vectors.meanDistance(distances),
                Vectors.meanLength(outputs),
                active[0] / (double) Math.max(1, TripletSelection.choices(settings.miner(), classes)));
    }

    private static double[] slopesByEmbedding(int row, double[][] embeddings, double[][] weights, double triplets) {
        double[] slopes = new double[embeddings[row].length];
        for (int other = 0; other < embeddings.length; other++) {
            double weight = 2 * (weights[row][other] + weights[other][row]) / triplets;
            if (weight != 0) {
                for (int i = 0; i < slopes.length; i++) {
                    slopes[i] += weight * (embeddings[row][i] - embeddings[other][i]);
                }
            }
        }
        return slopes;
    }
}
