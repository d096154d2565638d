package dev.plankton.network.training;

/**
 * One learning-rate round.
 *
 * @param round number of the round, from 1
 * @param steps batches to train
 * @param validationSteps batches on which the loss is measured afterwards
 */
public record Round(int round, double learningRate, int steps, int validationSteps) {

    /** The learning rate of a step, counted from 1. In round 1 it rises from 0 over the warm-up. */
    double rateAt(int step, int warmupSteps) {
        boolean warming = round == 1 && step < warmupSteps;
        return warming ? learningRate * step / warmupSteps : learningRate;
    }
}
