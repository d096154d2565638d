package dev.plankton.trainingsummary;

/**
 * A finished training.
 *
 * @param trainingId artifact id of its manifest
 * @param engine for the exports: "onnx-runtime", "dl4j" or "fastest"
 */
public record TrainingSummaryInput(String trainingId, String engine) {}
