package dev.plankton.network;

import java.util.Map;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The stages of a network that come before what learns; owns their graph. */
final class FrozenStages implements AutoCloseable {
    private final ComputationGraph graph;

    private FrozenStages(ComputationGraph graph) {
        this.graph = graph;
    }

    static FrozenStages load(NetworkSettings network, String upTo, Map<String, float[]> parameters) {
        ComputationGraph graph = NetworkGraph.build(Section.upTo(network, upTo));
        GraphParameters.write(graph, graph.params(), parameters);
        return new FrozenStages(graph);
    }

    /** What the last stage gives; to be closed by the caller. */
    INDArray output(INDArray images) {
        return graph.outputSingle(images);
    }

    @Override
    public void close() {
        NativeMemory.release(graph);
    }
}
