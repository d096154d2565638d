package dev.plankton.network.checkpoint;

import java.util.Map;

/**
 * What training continues with, besides the parameters that embed images.
 *
 * @param velocity velocity of the momentum, for each parameter that was trained last
 * @param unaveraged the trained parameters themselves, if those that embed images are means over the last steps;
 *     otherwise empty
 * @param objective what the objective has learned, such as the proxy of each class; empty for objectives that learn
 *     nothing
 */
public record OptimiserState(
        Map<String, float[]> velocity, Map<String, float[]> unaveraged, Map<String, float[]> objective) {
    /** Of a training that has not begun. */
    public static final OptimiserState NONE = new OptimiserState(Map.of(), Map.of(), Map.of());
}
