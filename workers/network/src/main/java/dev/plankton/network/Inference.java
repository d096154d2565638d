package dev.plankton.network;

import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Runs a graph without learning: running statistics, nothing kept. */
final class Inference {
    private Inference() {}

    /** @return what the graph's last layer gives; rows x dimensions */
    static double[][] outputs(ComputationGraph graph, INDArray input) {
        try (INDArray outputs = graph.outputSingle(input)) {
            return outputs.castTo(DataType.DOUBLE).toDoubleMatrix();
        }
    }

    static double[][] outputs(ComputationGraph graph, InputBatch batch) {
        try (INDArray input = batch.toArray()) {
            return outputs(graph, input);
        }
    }
}
