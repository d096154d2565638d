package dev.plankton.steps.pca;

/**
 * One checkpoint in the film.
 *
 * @param accuracy on validation images
 * @param points coordinates of the chosen images, shape n x 3
 */
@SuppressWarnings("ArrayRecordComponent") // coordinates
record Checkpoint(int round, double learningRate, double accuracy, double[][] points) {}
