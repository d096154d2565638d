package dev.plankton.network;

import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Runs a graph without learning: running statistics, nothing kept. */
final class Inference {
    private Inference() {}

    /** @return what the dense layer gives, before the head's function; rows x dimensions */
    static double[][] outputs(ComputationGraph graph, PixelBatch batch) {
        try (INDArray images = batch.toArray();
                INDArray outputs = graph.outputSingle(images)) {
            return outputs.castTo(DataType.DOUBLE).toDoubleMatrix();
        }
    }
}
