package dev.plankton.network.dl4j;

import dev.plankton.contracts.choices.BatchNorm;
import dev.plankton.network.architecture.Architecture;
import dev.plankton.network.architecture.BackboneNode;
import dev.plankton.network.architecture.Parameters;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.memory.LayerMemoryReport;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.jspecify.annotations.NullUnmarked;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.NoOp;
import org.nd4j.linalg.learning.regularization.Regularization;

/**
 * Convolution without bias, batch normalisation with a shift but no scale (as in Keras' Inception v3), and ReLU, as one
 * layer of a computation graph; images are NHWC. A sequence of DL4J's own layers computes the same, but takes many
 * times as long on a CPU.
 *
 * <p>Parameters: weights (out x in x height x width), shift, and the running mean and variance of the normalisation,
 * which are updated from the batches and have no gradient.
 */
@NullUnmarked // DL4J's types say nothing about null
final class FusedConvolution extends FeedForwardLayer implements ParamInitializer {
    private final int kernelHeight;
    private final int kernelWidth;
    private final int stride;
    private final boolean padded;
    private final BatchNorm batchNorm;

    FusedConvolution(BackboneNode.Convolution node, BatchNorm batchNorm) {
        this.nOut = node.filters();
        this.kernelHeight = node.kernelHeight();
        this.kernelWidth = node.kernelWidth();
        this.stride = node.stride();
        this.padded = node.padded();
        this.batchNorm = batchNorm;
    }

    BatchNorm batchNorm() {
        return batchNorm;
    }

    long outputHeight(long height) {
        return Architecture.shrunk((int) height, kernelHeight, stride, padded);
    }

    long outputWidth(long width) {
        return Architecture.shrunk((int) width, kernelWidth, stride, padded);
    }

    /** Whether each pixel of its output comes from one pixel of its input. */
    boolean mixesChannelsAlone() {
        return kernelHeight == 1 && kernelWidth == 1 && stride == 1;
    }

    /** For ND4J's conv2d: kernel, stride, no padding, no dilation, padding mode, NHWC, weights as out x in x h x w. */
    int[] operationArguments() {
        return new int[] {kernelHeight, kernelWidth, stride, stride, 0, 0, 1, 1, padded ? 1 : 0, 1, 1};
    }

    @Override
    public org.deeplearning4j.nn.api.Layer instantiate(
            NeuralNetConfiguration configuration,
            Collection<TrainingListener> listeners,
            int index,
            INDArray parameters,
            boolean initialise,
            DataType type) {
        FusedConvolutionLayer layer = new FusedConvolutionLayer(configuration, type, normalisation(type));
        layer.setListeners(listeners);
        layer.setIndex(index);
        layer.setParamsViewArray(parameters);
        layer.setParamTable(init(configuration, parameters, initialise));
        layer.setConf(configuration);
        return layer;
    }

    private Normalisation normalisation(DataType type) {
        boolean inMainMemory = Nd4j.getBackend().getClass().getSimpleName().equals("CpuBackend");
        return type == DataType.FLOAT && inMainMemory
                ? new ArrayNormalisation(Math.toIntExact(nOut))
                : new OperationNormalisation();
    }

    @Override
    public InputType getOutputType(int index, InputType input) {
        InputType.InputTypeConvolutional image = (InputType.InputTypeConvolutional) input;
        return InputType.convolutional(
                outputHeight(image.getHeight()), outputWidth(image.getWidth()), nOut, CNN2DFormat.NHWC);
    }

    @Override
    public void setNIn(InputType input, boolean override) {
        nIn = ((InputType.InputTypeConvolutional) input).getChannels();
    }

    @Override
    public Map<String, INDArray> init(NeuralNetConfiguration configuration, INDArray view, boolean initialise) {
        Map<String, INDArray> parameters = getGradientsFromFlattened(configuration, view);
        if (initialise) {
            view.assign(0);
            parameters.get(Parameters.VARIANCE).assign(1);
        }
        parameters.keySet().forEach(configuration::addVariable);
        return parameters;
    }

    @Override
    public Map<String, INDArray> getGradientsFromFlattened(NeuralNetConfiguration configuration, INDArray view) {
        INDArray flat = view.reshape(view.length());
        long next = weights();
        Map<String, INDArray> parameters = new LinkedHashMap<>();
        parameters.put(
                Parameters.WEIGHTS,
                flat.get(NDArrayIndex.interval(0, next)).reshape('c', nOut, nIn, kernelHeight, kernelWidth));
        for (String key : List.of(Parameters.SHIFT, Parameters.MEAN, Parameters.VARIANCE)) {
            parameters.put(
                    key, flat.get(NDArrayIndex.interval(next, next + nOut)).reshape(1, nOut));
            next += nOut;
        }
        return parameters;
    }

    private long weights() {
        return nOut * nIn * kernelHeight * kernelWidth;
    }

    @Override
    public long numParams(NeuralNetConfiguration configuration) {
        return numParams(configuration.getLayer());
    }

    @Override
    public long numParams(Layer layer) {
        return weights() + 3 * nOut;
    }

    @Override
    public ParamInitializer initializer() {
        return this;
    }

    @Override
    public InputPreProcessor getPreProcessorForInputType(InputType input) {
        return null;
    }

    /** None: {@link ClassicalMomentum} applies weight decay. */
    @Override
    public List<Regularization> getRegularizationByParam(String key) {
        return null;
    }

    @Override
    public IUpdater getUpdaterByParam(String key) {
        return new NoOp();
    }

    @Override
    public boolean isPretrainParam(String key) {
        return false;
    }

    @Override
    public LayerMemoryReport getMemoryReport(InputType input) {
        return null;
    }

    @Override
    public List<String> paramKeys(Layer layer) {
        return List.of(Parameters.WEIGHTS, Parameters.SHIFT, Parameters.MEAN, Parameters.VARIANCE);
    }

    @Override
    public List<String> weightKeys(Layer layer) {
        return List.of(Parameters.WEIGHTS);
    }

    @Override
    public List<String> biasKeys(Layer layer) {
        return List.of(Parameters.SHIFT);
    }

    @Override
    public boolean isWeightParam(Layer layer, String key) {
        return key.equals(Parameters.WEIGHTS);
    }

    @Override
    public boolean isBiasParam(Layer layer, String key) {
        return key.equals(Parameters.SHIFT);
    }
}
