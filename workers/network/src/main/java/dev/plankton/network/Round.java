package dev.plankton.network;

/**
 * One learning-rate round.
 *
 * @param round from 1
 * @param steps batches to train
 * @param validationSteps batches to measure the loss on afterwards
 */
public record Round(int round, double learningRate, int steps, int validationSteps) {}
