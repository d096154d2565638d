package dev.plankton.network.dl4j;

import dev.plankton.contracts.choices.BatchNorm;
import dev.plankton.network.architecture.Architecture;
import dev.plankton.network.architecture.BackboneNode;
import dev.plankton.network.architecture.Parameters;
import dev.plankton.network.architecture.Section;
import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.WorkspaceMode;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.NoOp;
import org.nd4j.linalg.lossfunctions.ILossFunction;

/** Builds a DL4J graph of a {@link Section}. All weights are 0 until they are set. */
final class NetworkGraph {
    static final String FEATURES = "features";

    private final Section section;
    private final BatchNorm batchNorm;
    private final GraphBuilder builder;

    private NetworkGraph(Section section, BatchNorm batchNorm, DataType type) {
        this.section = section;
        this.batchNorm = batchNorm;
        builder = new NeuralNetConfiguration.Builder()
                .dataType(type)
                .updater(new NoOp())
                .miniBatch(false) // the loss is already a mean
                .weightInit(WeightInit.ZERO)
                .trainingWorkspaceMode(WorkspaceMode.ENABLED)
                .inferenceWorkspaceMode(WorkspaceMode.ENABLED)
                .graphBuilder()
                .addInputs(section.inputName())
                .setInputTypes(inputType(section));
    }

    private static InputType inputType(Section section) {
        Architecture.Shape shape = section.inputShape();
        return section.takesFeatures()
                ? InputType.feedForward(shape.channels())
                : InputType.convolutional(shape.height(), shape.width(), shape.channels(), CNN2DFormat.NHWC);
    }

    /** For inference only. */
    static ComputationGraph build(Section section) {
        return new NetworkGraph(section, BatchNorm.FROZEN, DataType.FLOAT).build(new DenseLayer.Builder());
    }

    /** For training: the loss takes the outputs of the dense layer. */
    static ComputationGraph buildWithLoss(Section section, BatchNorm batchNorm, ILossFunction loss, DataType type) {
        return new NetworkGraph(section, batchNorm, type).build(new OutputLayer.Builder(loss));
    }

    private ComputationGraph build(FeedForwardLayer.Builder<?> dense) {
        String last = section.inputName();
        for (BackboneNode node : section.nodes()) {
            add(node);
            last = node.name();
        }
        if (section.pools()) {
            builder.addLayer(FEATURES, new GlobalPoolingLayer(PoolingType.AVG), last);
            last = FEATURES;
        }
        if (section.embedding()) {
            dense.activation(Activation.IDENTITY);
            builder.addLayer(
                    Parameters.EMBEDDING,
                    dense.nOut(section.network().dimensions()).build(),
                    last);
            last = Parameters.EMBEDDING;
        }
        ComputationGraph graph = new ComputationGraph(builder.setOutputs(last).build());
        graph.init();
        return graph;
    }

    private void add(BackboneNode node) {
        switch (node) {
            case BackboneNode.Convolution convolution ->
                builder.addLayer(convolution.name(), new FusedConvolution(convolution, batchNorm), convolution.input());
            case BackboneNode.Pool pool -> builder.addLayer(pool.name(), layer(pool), pool.input());
            case BackboneNode.Concatenation joined ->
                builder.addVertex(
                        joined.name(), new MergeVertex(), joined.inputs().toArray(String[]::new));
        }
    }

    private static SubsamplingLayer layer(BackboneNode.Pool pool) {
        PoolingType type = switch (pool.kind()) {
            case LARGEST -> PoolingType.MAX;
            case MEAN -> PoolingType.AVG;
        };
        return new SubsamplingLayer.Builder(type)
                .kernelSize(pool.kernel(), pool.kernel())
                .stride(pool.stride(), pool.stride())
                .convolutionMode(pool.padded() ? ConvolutionMode.Same : ConvolutionMode.Truncate)
                .dataFormat(CNN2DFormat.NHWC)
                .build();
    }

    /** Views of the weights, without the shifts, of each layer that has weights. */
    static List<INDArray> weights(ComputationGraph graph) {
        List<INDArray> weights = new ArrayList<>();
        for (var layer : graph.getLayers()) {
            if (layer.numParams() > 0) {
                weights.add(layer.paramTable().get(Parameters.WEIGHTS));
            }
        }
        return weights;
    }
}
