package dev.plankton.network.dl4j;

import dev.plankton.network.classifier.Perceptron;
import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** A perceptron on a DL4J graph of standard layers. */
final class GraphPerceptron implements Perceptron {
    private static final int BATCH = 512;

    private final Shape shape;
    private final ComputationGraph graph;
    private final ClassicalMomentum momentum;

    GraphPerceptron(Shape shape, float[] parameters, double momentum) {
        this.shape = shape;
        this.graph = PerceptronGraph.build(shape);
        NativeMemory.copy(parameters, graph.params());
        this.momentum = new ClassicalMomentum(momentum, 0, graph.params(), List.of());
    }

    @Override
    public void learn(float[][] vectors, int[] labels, double learningRate) {
        float[][] wanted = new float[labels.length][shape.classes()];
        for (int row = 0; row < labels.length; row++) {
            wanted[row][labels[row]] = 1;
        }
        try (INDArray inputs = Nd4j.createFromArray(vectors);
                INDArray outputs = Nd4j.createFromArray(wanted)) {
            graph.setInputs(inputs);
            graph.setLabels(outputs);
            graph.computeGradientAndScore();
            // The graph's gradient is the sum over the rows.
            momentum.step(graph.getFlattenedGradients(), learningRate / labels.length);
            graph.clear();
        }
    }

    @Override
    public float[][] probabilities(float[][] vectors) {
        float[][] probabilities = new float[vectors.length][];
        for (int start = 0; start < vectors.length; start += BATCH) {
            float[][] part = Arrays.copyOfRange(vectors, start, Math.min(vectors.length, start + BATCH));
            try (INDArray rows = Nd4j.createFromArray(part);
                    INDArray outputs = graph.outputSingle(rows)) {
                float[][] found = outputs.toFloatMatrix();
                System.arraycopy(found, 0, probabilities, start, found.length);
            }
        }
        return probabilities;
    }

    @Override
    public float[] parameters() {
        return NativeMemory.floats(graph.params());
    }

    @Override
    public void restore(float[] parameters) {
        NativeMemory.copy(parameters, graph.params());
    }

    @Override
    public void close() {
        momentum.close();
        NativeMemory.release(graph);
    }
}
