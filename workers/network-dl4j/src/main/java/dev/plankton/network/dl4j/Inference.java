package dev.plankton.network.dl4j;

import dev.plankton.network.data.InputBatch;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Runs the forward pass of a graph with running statistics; nothing is kept for a backward pass. */
final class Inference {
    private Inference() {}

    /** @return the output of the graph's last layer; rows x dimensions */
    static double[][] outputs(ComputationGraph graph, INDArray input) {
        try (INDArray outputs = graph.outputSingle(input)) {
            return outputs.castTo(DataType.DOUBLE).toDoubleMatrix();
        }
    }

    static double[][] outputs(ComputationGraph graph, InputBatch batch) {
        try (INDArray input = array(batch)) {
            return outputs(graph, input);
        }
    }

    /** A batch in native memory; to be closed by the caller. */
    static INDArray array(InputBatch batch) {
        return Nd4j.create(batch.values(), batch.shape(), 'c');
    }
}
