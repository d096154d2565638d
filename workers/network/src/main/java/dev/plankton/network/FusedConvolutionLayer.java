package dev.plankton.network;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.BaseLayer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.jspecify.annotations.NullUnmarked;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.ops.impl.transforms.pairwise.arithmetic.MulOp;
import org.nd4j.linalg.api.shape.Shape;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * Computes a {@link FusedConvolution}. With z the convolution of the input, m and v its mean and variance over the batch
 * and every position of a channel: output = relu((z - m) / sqrt(v + e) + shift). In inference m and v are the running
 * ones.
 */
@NullUnmarked // DL4J's types say nothing about null
final class FusedConvolutionLayer extends BaseLayer<FusedConvolution> {
    private static final double EPSILON = 1e-3;
    /** Share of the running statistics that a batch leaves as it was: of the first ones, 1 % is left after 44 batches. */
    private static final double KEPT = 0.9;

    private INDArray ones;
    private INDArray zeros;
    private INDArray unscaled;
    private INDArray batchMean;
    private INDArray batchVariance;
    private INDArray centred;
    private INDArray output;

    FusedConvolutionLayer(NeuralNetConfiguration configuration, DataType type) {
        super(configuration, type);
    }

    @Override
    public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
        makeConstants();
        INDArray convolved = convolve(workspaces);
        if (!training) {
            normalise(
                    convolved,
                    vector(FusedConvolution.MEAN),
                    vector(FusedConvolution.VARIANCE),
                    ones,
                    shift(),
                    convolved);
            return Transforms.relu(convolved, false);
        }
        double positions = convolved.length() / (double) layerConf().getNOut();
        convolved.sum(batchMean, 0, 2, 3).divi(positions);
        normalise(convolved, batchMean, unscaled, ones, zeros, convolved);
        INDArray norms = convolved.norm2(0, 2, 3);
        batchVariance.assign(norms.muli(norms).divi(positions));
        centred = convolved;
        output = workspaces.createUninitialized(ArrayType.ACTIVATIONS, dataType, centred.shape(), 'c');
        normalise(centred, zeros, batchVariance, ones, shift(), output);
        Transforms.relu(output, false);
        return output;
    }

    private INDArray convolve(LayerWorkspaceMgr workspaces) {
        FusedConvolution layer = layerConf();
        long[] shape = {
            input.size(0), layer.getNOut(), layer.outputHeight(input.size(2)), layer.outputWidth(input.size(3))
        };
        INDArray convolved = workspaces.createUninitialized(ArrayType.ACTIVATIONS, dataType, shape, 'c');
        Nd4j.exec(DynamicCustomOp.builder("conv2d")
                .addInputs(input, getParam(FusedConvolution.WEIGHTS))
                .addOutputs(convolved)
                .addIntegerArguments(layer.operationArguments())
                .build());
        return convolved;
    }

    /**
     * With d the slope by the normalised z, mean(.) over a channel and h = (z - m) / sqrt(v + e), the slope by z is
     * (d - mean(d) - h mean(d h)) / sqrt(v + e) (Ioffe and Szegedy 2015, section 3). The running statistics move here,
     * so only batches that are learnt from count.
     */
    @Override
    public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
        double positions = centred.length() / (double) layerConf().getNOut();
        INDArray slopes = contiguous(epsilon, workspaces);
        INDArray d = workspaces.createUninitialized(ArrayType.BP_WORKING_MEM, dataType, centred.shape(), 'c');
        INDArray term = workspaces.createUninitialized(ArrayType.BP_WORKING_MEM, dataType, centred.shape(), 'c');
        Nd4j.exec(DynamicCustomOp.builder("relu_bp")
                .addInputs(output, slopes)
                .addOutputs(d)
                .addFloatingPointArguments(0.0)
                .build());
        INDArray shiftGradient = flat(gradientViews.get(FusedConvolution.SHIFT));
        d.sum(shiftGradient, 0, 2, 3);
        Nd4j.exec(new MulOp(d, centred, term));
        INDArray along = term.sum(0, 2, 3);
        INDArray cubed = Transforms.pow(batchVariance.add(EPSILON), -1.5, false);
        normalise(d, shiftGradient.div(positions), batchVariance, ones, zeros, d);
        normalise(centred, zeros, unscaled, along.muli(cubed).divi(-positions), zeros, term);
        d.addi(term);
        INDArray inputSlopes = convolveBack(d, workspaces);
        moveRunningStatistics();
        return new Pair<>(gradients(), inputSlopes);
    }

    private INDArray contiguous(INDArray array, LayerWorkspaceMgr workspaces) {
        boolean already = array.ordering() == 'c' && Shape.hasDefaultStridesForShape(array);
        return already ? array : workspaces.dup(ArrayType.BP_WORKING_MEM, array, 'c');
    }

    private INDArray convolveBack(INDArray slopes, LayerWorkspaceMgr workspaces) {
        INDArray inputSlopes = workspaces.createUninitialized(ArrayType.ACTIVATION_GRAD, dataType, input.shape(), 'c');
        Nd4j.exec(DynamicCustomOp.builder("conv2d_bp")
                .addInputs(input, getParam(FusedConvolution.WEIGHTS), slopes)
                .addOutputs(inputSlopes, gradientViews.get(FusedConvolution.WEIGHTS))
                .addIntegerArguments(layerConf().operationArguments())
                .build());
        return inputSlopes;
    }

    private void moveRunningStatistics() {
        vector(FusedConvolution.MEAN).muli(KEPT).addi(batchMean.mul(1 - KEPT));
        vector(FusedConvolution.VARIANCE).muli(KEPT).addi(batchVariance.mul(1 - KEPT));
        gradientViews.get(FusedConvolution.MEAN).assign(0);
        gradientViews.get(FusedConvolution.VARIANCE).assign(0);
    }

    private Gradient gradients() {
        Gradient gradient = new DefaultGradient();
        gradientViews.forEach(gradient::setGradientFor);
        return gradient;
    }

    /** target = scale (x - mean) / sqrt(variance + e) + shift, each of the four a value per channel. */
    private static void normalise(
            INDArray x, INDArray mean, INDArray variance, INDArray scale, INDArray shift, INDArray target) {
        Nd4j.exec(DynamicCustomOp.builder("batchnorm")
                .addInputs(x, mean, variance, scale, shift)
                .addOutputs(target)
                .addIntegerArguments(1, 1, 1)
                .addFloatingPointArguments(EPSILON)
                .build());
    }

    /** Outside of the graph's workspaces, for they outlive a step. */
    private void makeConstants() {
        if (ones != null) {
            return;
        }
        try (MemoryWorkspace outside = Nd4j.getMemoryManager().scopeOutOfWorkspaces()) {
            long channels = layerConf().getNOut();
            ones = Nd4j.ones(dataType, channels);
            zeros = Nd4j.zeros(dataType, channels);
            unscaled = Nd4j.valueArrayOf(new long[] {channels}, 1 - EPSILON, dataType);
            batchMean = Nd4j.create(dataType, channels);
            batchVariance = Nd4j.create(dataType, channels);
        }
    }

    private INDArray vector(String key) {
        return flat(getParam(key));
    }

    private INDArray shift() {
        return vector(FusedConvolution.SHIFT);
    }

    private static INDArray flat(INDArray row) {
        return row.reshape(row.length());
    }

    @Override
    public void clear() {
        super.clear();
        centred = null;
        output = null;
    }

    @Override
    public boolean isPretrainLayer() {
        return false;
    }
}
