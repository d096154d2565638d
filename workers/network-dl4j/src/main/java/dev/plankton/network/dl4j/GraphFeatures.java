package dev.plankton.network.dl4j;

import dev.plankton.network.architecture.HeadFunction;
import dev.plankton.network.architecture.NetworkSettings;
import dev.plankton.network.architecture.Section;
import dev.plankton.network.data.InputBatch;
import dev.plankton.network.data.ScaledBatches;
import dev.plankton.network.engine.FeatureExtractor;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.graph.ComputationGraph;

/** A backbone as a DL4J graph. */
final class GraphFeatures implements FeatureExtractor {
    private final NetworkSettings settings;
    private final ComputationGraph graph;

    GraphFeatures(NetworkSettings settings, Map<String, float[]> parameters) {
        this.settings = settings;
        this.graph = NetworkGraph.build(Section.features(settings));
        GraphParameters.write(graph, graph.params(), parameters);
    }

    @Override
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
