package dev.plankton.network.dl4j;

import dev.plankton.network.architecture.NetworkSettings;
import dev.plankton.network.architecture.Section;
import java.util.Map;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The frozen stages of a network, which come before the part that is trained. It owns their graph. */
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

    /** The output of the last frozen stage; to be closed by the caller. */
    INDArray output(INDArray images) {
        return graph.outputSingle(images);
    }

    @Override
    public void close() {
        NativeMemory.release(graph);
    }
}
