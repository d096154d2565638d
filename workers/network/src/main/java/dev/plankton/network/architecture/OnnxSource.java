package dev.plankton.network.architecture;

import dev.plankton.contracts.choices.Normalisation;
import dev.plankton.contracts.ids.ArtifactId;

/**
 * The backbone of a network whose features another network computes.
 *
 * @param file the ONNX file
 * @param normalise the values that it expects
 * @param features number of features of an image
 */
public record OnnxSource(ArtifactId file, Normalisation normalise, int features) {}
