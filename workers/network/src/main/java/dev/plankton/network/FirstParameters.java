package dev.plankton.network;

import dev.plankton.network.weights.PretrainedWeights;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.deeplearning4j.nn.graph.ComputationGraph;

/** The parameters that a network begins with. */
final class FirstParameters {
    private FirstParameters() {}

    /**
     * Drawn from the seed; where there are pretrained weights, these instead.
     *
     * @throws IllegalArgumentException if they do not fit the network, in one sentence
     */
    static Map<String, float[]> of(NetworkSettings network, long seed, Optional<PretrainedWeights> pretrained) {
        pretrained.ifPresent(weights -> check(network, weights));
        ComputationGraph graph = NetworkGraph.build(Section.whole(network));
        try {
            NetworkGraph.drawWeights(graph, seed);
            Map<String, float[]> parameters = new TreeMap<>(GraphParameters.read(graph, graph.params()));
            pretrained.ifPresent(weights ->
                    parameters.replaceAll((name, drawn) -> weights.arrays().getOrDefault(name, drawn)));
            return parameters;
        } finally {
            NativeMemory.release(graph);
        }
    }

    private static void check(NetworkSettings network, PretrainedWeights weights) {
        if (network.backbone() != Backbone.INCEPTION_V3) {
            throw new IllegalArgumentException(
                    "pretrained weights are for backbone inception-v3 alone: choose it, or weights none");
        }
        if (network.scaling() != weights.scaling()) {
            throw new IllegalArgumentException(
                    "the weights want images scaled %s, not %s".formatted(weights.scaling(), network.scaling()));
        }
    }
}
