package dev.plankton.network.dl4j;

import dev.plankton.network.classifier.Perceptron;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.WorkspaceMode;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.NoOp;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** Builds the graph of a multi-layer perceptron: ReLU layers, then softmax with cross-entropy (SPEC 6). */
final class PerceptronGraph {
    private PerceptronGraph() {}

    /** All weights are 0 until they are set. */
    static ComputationGraph build(Perceptron.Shape shape) {
        GraphBuilder builder = new NeuralNetConfiguration.Builder()
                .updater(new NoOp())
                .weightInit(WeightInit.ZERO)
                .trainingWorkspaceMode(WorkspaceMode.ENABLED)
                .inferenceWorkspaceMode(WorkspaceMode.ENABLED)
                .graphBuilder()
                .addInputs("vectors")
                .setInputTypes(InputType.feedForward(shape.dimensions()));
        String last = "vectors";
        for (int layer = 1; layer <= shape.hiddenLayers(); layer++) {
            String name = "hidden" + layer;
            builder.addLayer(
                    name,
                    new DenseLayer.Builder()
                            .nOut(shape.units())
                            .activation(Activation.RELU)
                            .build(),
                    last);
            last = name;
        }
        builder.addLayer(
                "classes",
                new OutputLayer.Builder(LossFunction.MCXENT)
                        .nOut(shape.classes())
                        .activation(Activation.SOFTMAX)
                        .build(),
                last);
        ComputationGraph graph =
                new ComputationGraph(builder.setOutputs("classes").build());
        graph.init();
        return graph;
    }
}
