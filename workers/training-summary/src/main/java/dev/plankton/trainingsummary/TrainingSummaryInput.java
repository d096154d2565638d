package dev.plankton.trainingsummary;

/**
 * A finished training.
 *
 * @param trainingId artifact id of its manifest
 */
public record TrainingSummaryInput(String trainingId) {}
