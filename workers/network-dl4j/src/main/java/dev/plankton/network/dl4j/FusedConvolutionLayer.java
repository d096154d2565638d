package dev.plankton.network.dl4j;

import dev.plankton.contracts.choices.BatchNorm;
import dev.plankton.network.architecture.Parameters;
import dev.plankton.network.dl4j.Normalisation.Statistics;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.BaseLayer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.jspecify.annotations.NullUnmarked;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.shape.Shape;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Computes a {@link FusedConvolution}: ND4J's convolution, then a {@link Normalisation} with the statistics of the batch
 * in training and the running ones in inference.
 */
@NullUnmarked // DL4J's types say nothing about null
final class FusedConvolutionLayer extends BaseLayer<FusedConvolution> {
    /** The share by which the running statistics move towards those of a training batch. */
    private static final double MOVED = 0.1;

    private final Normalisation normalisation;
    private Statistics statistics;
    private INDArray convolved;

    FusedConvolutionLayer(NeuralNetConfiguration configuration, DataType type, Normalisation normalisation) {
        super(configuration, type);
        this.normalisation = normalisation;
    }

    @Override
    public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
        INDArray z = convolve(workspaces);
        if (!training) {
            normalisation.forwards(z, running(), values(Parameters.SHIFT), z);
            return z;
        }
        convolved = z;
        statistics = frozen() ? running() : normalisation.statistics(z, values(Parameters.MEAN));
        INDArray output = workspaces.createUninitialized(ArrayType.ACTIVATIONS, dataType, z.shape(), 'c');
        normalisation.forwards(z, statistics, values(Parameters.SHIFT), output);
        return output;
    }

    private boolean frozen() {
        return layerConf().batchNorm() == BatchNorm.FROZEN;
    }

    private Statistics running() {
        return new Statistics(values(Parameters.MEAN), values(Parameters.VARIANCE));
    }

    private INDArray convolve(LayerWorkspaceMgr workspaces) {
        FusedConvolution layer = layerConf();
        long[] shape = {
            input.size(0), layer.outputHeight(input.size(1)), layer.outputWidth(input.size(2)), layer.getNOut()
        };
        INDArray target = workspaces.createUninitialized(ArrayType.ACTIVATIONS, dataType, shape, 'c');
        Nd4j.exec(DynamicCustomOp.builder("conv2d")
                .addInputs(input, getParam(Parameters.WEIGHTS))
                .addOutputs(target)
                .addIntegerArguments(layer.operationArguments())
                .build());
        return target;
    }

    /** The running statistics are updated here, in the backward pass, so that only training batches count. */
    @Override
    public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
        INDArray byConvolved =
                workspaces.createUninitialized(ArrayType.BP_WORKING_MEM, dataType, convolved.shape(), 'c');
        INDArray slopes = contiguous(epsilon, workspaces);
        double[] shift = values(Parameters.SHIFT);
        double[] byShift = frozen()
                ? normalisation.backwardsFrozen(convolved, slopes, statistics, shift, byConvolved)
                : normalisation.backwards(convolved, slopes, statistics, shift, byConvolved);
        assign(gradientViews.get(Parameters.SHIFT), byShift);
        INDArray byInput = convolveBack(byConvolved, workspaces);
        if (!frozen()) {
            moveRunningStatistics(MOVED);
        }
        gradientViews.get(Parameters.MEAN).assign(0);
        gradientViews.get(Parameters.VARIANCE).assign(0);
        Gradient gradients = new DefaultGradient();
        gradientViews.forEach(gradients::setGradientFor);
        return new Pair<>(gradients, byInput);
    }

    private INDArray contiguous(INDArray array, LayerWorkspaceMgr workspaces) {
        return isContiguous(array) ? array : workspaces.dup(ArrayType.BP_WORKING_MEM, array, 'c');
    }

    private static boolean isContiguous(INDArray array) {
        return array.ordering() == 'c' && Shape.hasDefaultStridesForShape(array);
    }

    private INDArray convolveBack(INDArray slopes, LayerWorkspaceMgr workspaces) {
        INDArray byInput = workspaces.createUninitialized(ArrayType.ACTIVATION_GRAD, dataType, input.shape(), 'c');
        INDArray weights = getParam(Parameters.WEIGHTS);
        INDArray byWeights = gradientViews.get(Parameters.WEIGHTS);
        if (layerConf().mixesChannelsAlone()) {
            multiplyBack(slopes, weights, byInput, byWeights);
        } else {
            Nd4j.exec(DynamicCustomOp.builder("conv2d_bp")
                    .addInputs(input, weights, slopes)
                    .addOutputs(byInput, byWeights)
                    .addIntegerArguments(layerConf().operationArguments())
                    .build());
        }
        return byInput;
    }

    /** A 1 x 1 convolution is a matrix product, whose gradients BLAS computes faster than conv2d_bp. */
    private void multiplyBack(INDArray slopes, INDArray weights, INDArray byInput, INDArray byWeights) {
        long inputs = input.size(3);
        long outputs = layerConf().getNOut();
        INDArray flatSlopes = slopes.reshape('c', slopes.length() / outputs, outputs);
        INDArray flatInput = contiguousInput().reshape('c', input.length() / inputs, inputs);
        INDArray flatWeights = weights.reshape('c', outputs, inputs);
        matrixProduct(flatSlopes, flatWeights, false, byInput.reshape('c', flatInput.shape()));
        matrixProduct(flatSlopes, flatInput, true, byWeights.reshape('c', outputs, inputs));
    }

    private INDArray contiguousInput() {
        return isContiguous(input) ? input : input.dup('c');
    }

    private static void matrixProduct(INDArray left, INDArray right, boolean transposeLeft, INDArray target) {
        Nd4j.exec(DynamicCustomOp.builder("matmul")
                .addInputs(left, right)
                .addOutputs(target)
                .addIntegerArguments(transposeLeft ? 1 : 0, 0, 0)
                .build());
    }

    /** Moves the running statistics by the given share, 0 to 1, towards those of the last batch in training mode. */
    void moveRunningStatistics(double share) {
        move(Parameters.MEAN, statistics.mean(), share);
        move(Parameters.VARIANCE, statistics.variance(), share);
    }

    private void move(String key, double[] batch, double share) {
        double[] moved = values(key);
        for (int channel = 0; channel < moved.length; channel++) {
            moved[channel] += share * (batch[channel] - moved[channel]);
        }
        assign(getParam(key), moved);
    }

    private double[] values(String key) {
        INDArray parameter = getParam(key);
        return parameter.reshape(parameter.length()).toDoubleVector();
    }

    private static void assign(INDArray target, double[] values) {
        for (int i = 0; i < values.length; i++) {
            target.putScalar(i, values[i]);
        }
    }

    @Override
    public void clear() {
        super.clear();
        convolved = null;
    }

    @Override
    public boolean isPretrainLayer() {
        return false;
    }
}
