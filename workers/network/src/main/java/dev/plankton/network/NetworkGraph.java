package dev.plankton.network;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.WorkspaceMode;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.NoOp;
import org.nd4j.linalg.lossfunctions.ILossFunction;

/** Builds the graph of a network: backbone, then a dense layer whose outputs go to the loss. */
final class NetworkGraph {
    static final String EMBEDDING = "embedding";

    private static final String IMAGES = "images";
    /** What both the dense layer and {@link FusedConvolution} call theirs. */
    private static final String WEIGHTS = "W";

    private NetworkGraph() {}

    /** For embedding alone. All weights are 0 until they are set. */
    static ComputationGraph build(NetworkSettings settings) {
        return build(settings, new DenseLayer.Builder(), DataType.FLOAT);
    }

    /** For training: the loss sees what the dense layer gives. All weights are 0 until they are set. */
    static ComputationGraph buildWithLoss(NetworkSettings settings, ILossFunction loss, DataType type) {
        return build(settings, new OutputLayer.Builder(loss), type);
    }

    private static ComputationGraph build(
            NetworkSettings settings, FeedForwardLayer.Builder<?> embedding, DataType type) {
        BackboneBuilder backbone = BackboneBuilder.of(settings);
        GraphBuilder builder = new NeuralNetConfiguration.Builder()
                .dataType(type)
                .updater(new NoOp())
                .miniBatch(false) // the loss is a mean already
                .weightInit(WeightInit.ZERO)
                .trainingWorkspaceMode(WorkspaceMode.ENABLED)
                .inferenceWorkspaceMode(WorkspaceMode.ENABLED)
                .graphBuilder()
                .addInputs(IMAGES)
                .setInputTypes(InputType.convolutional(
                        settings.side(), settings.side(), backbone.channels(), CNN2DFormat.NHWC));
        String features = backbone.addTo(builder, IMAGES);
        embedding.activation(Activation.IDENTITY);
        Layer dense = embedding.nOut(settings.dimensions()).build();
        builder.addLayer(EMBEDDING, dense, features);
        ComputationGraph graph =
                new ComputationGraph(builder.setOutputs(EMBEDDING).build());
        graph.init();
        return graph;
    }

    /**
     * Draws every weight uniformly from +-1/sqrt(inputs of its unit), as PyTorch's layers do: the batch normalisation
     * behind each convolution makes its scale act on the learning rate alone.
     */
    static void drawWeights(ComputationGraph graph, long seed) {
        SplittableRandom random = Seeds.random(seed);
        for (INDArray weights : weights(graph)) {
            // Convolutions: out x in x height x width; dense: in x out.
            long units = weights.rank() == 4 ? weights.size(0) : weights.size(1);
            NativeMemory.draw(weights, 1 / Math.sqrt(weights.length() / (double) units), random);
        }
    }

    /** 1 where a parameter is a weight of a convolution or of the dense layer, else 0; shaped like the parameters. */
    static INDArray weightMask(ComputationGraph graph) {
        INDArray kept = graph.params().dup();
        graph.params().assign(0);
        weights(graph).forEach(weights -> weights.assign(1));
        INDArray mask = graph.params().dup();
        graph.params().assign(kept);
        kept.close();
        return mask;
    }

    /** The weights, not the shifts, of each layer that has any; views. */
    static List<INDArray> weights(ComputationGraph graph) {
        List<INDArray> weights = new ArrayList<>();
        for (var layer : graph.getLayers()) {
            if (layer.numParams() > 0) {
                weights.add(layer.paramTable().get(WEIGHTS));
            }
        }
        return weights;
    }
}
