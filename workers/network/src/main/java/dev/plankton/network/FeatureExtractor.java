package dev.plankton.network;

import dev.plankton.network.weights.PretrainedWeights;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.deeplearning4j.nn.graph.ComputationGraph;

/** The backbone of a network that is not trained; owns native memory until closed. One thread at a time. */
public final class FeatureExtractor implements AutoCloseable {
    private final NetworkSettings settings;
    private final ComputationGraph graph;

    private FeatureExtractor(NetworkSettings settings, ComputationGraph graph) {
        this.settings = settings;
        this.graph = graph;
    }

    /**
     * The backbone as {@link Trainer#create} begins with it.
     *
     * @throws IllegalArgumentException if the weights do not fit the network, in one sentence
     */
    public static FeatureExtractor create(NetworkSettings settings, long seed, Optional<PretrainedWeights> pretrained) {
        Map<String, float[]> parameters = FirstParameters.of(settings, seed, pretrained);
        ComputationGraph graph = NetworkGraph.build(Section.features(settings));
        GraphParameters.write(graph, graph.params(), parameters);
        return new FeatureExtractor(settings, graph);
    }

    /**
     * The features of grey images of side x side pixels, row by row, 0 black to 255 white.
     *
     * @return shape images x {@link NetworkSettings#featureCount}
     */
    public float[][] features(List<byte[]> images, int side) {
        return ScaledBatches.map(
                images,
                side,
                settings,
                batch -> Arrays.stream(Inference.outputs(graph, InputBatch.of(batch, settings)))
                        .map(HeadFunction::floats)
                        .toArray(float[][]::new));
    }

    @Override
    public void close() {
        NativeMemory.release(graph);
    }
}
