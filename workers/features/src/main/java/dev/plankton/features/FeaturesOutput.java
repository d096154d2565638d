package dev.plankton.features;

/**
 * What was computed.
 *
 * @param features artifact id of a {@link dev.plankton.network.FeatureTable}, one row for each image of the dataset, in
 *     its order; blank if more than the head is trained
 */
public record FeaturesOutput(String features) {}
