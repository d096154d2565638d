package dev.plankton.weights;

import dev.plankton.network.architecture.ConvolutionShape;
import dev.plankton.network.architecture.InceptionShapes;
import dev.plankton.network.checkpoint.PretrainedWeights;
import dev.plankton.weights.KerasLayer.Kind;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Turns the tensors of a Keras model of Inception v3, with or without a top, into {@link PretrainedWeights#arrays}. */
final class InceptionArrays {
    private InceptionArrays() {}

    /** @throws UnusableWeightsException with a clause that names the layer where it differs from Inception v3 */
    static Map<String, float[]> of(List<Tensor> tensors) throws IOException {
        List<ConvolutionShape> shapes = InceptionShapes.all();
        List<KerasLayer> convolutions = KerasLayer.inOrder(Kind.CONVOLUTION, tensors, shapes.size());
        List<KerasLayer> normalisations = KerasLayer.inOrder(Kind.NORMALISATION, tensors, shapes.size());
        Map<String, float[]> arrays = new HashMap<>();
        for (int i = 0; i < shapes.size(); i++) {
            ConvolutionShape shape = shapes.get(i);
            arrays.put(shape.layer() + "/W", filters(convolutions.get(i), shape));
            KerasLayer normalisation = normalisations.get(i);
            List<Integer> perOutput = List.of(shape.outputs());
            checkGamma(normalisation, perOutput);
            arrays.put(shape.layer() + "/shift", normalisation.values("beta", perOutput));
            arrays.put(shape.layer() + "/mean", normalisation.values("moving_mean", perOutput));
            arrays.put(shape.layer() + "/variance", variance(normalisation, perOutput));
        }
        return arrays;
    }

    private static float[] filters(KerasLayer convolution, ConvolutionShape shape) throws IOException {
        if (convolution.variables().containsKey("bias")) {
            throw new UnusableWeightsException(
                    "%s has a bias, Inception v3's convolutions have none".formatted(convolution.name()));
        }
        return outputsFirst(convolution.values("kernel", shape.kernel()), shape);
    }

    /** From height x width x inputs x outputs to outputs x inputs x height x width. */
    private static float[] outputsFirst(float[] kernel, ConvolutionShape shape) {
        int pixels = shape.height() * shape.width();
        float[] filters = new float[kernel.length];
        int from = 0;
        for (int pixel = 0; pixel < pixels; pixel++) {
            for (int input = 0; input < shape.inputs(); input++) {
                for (int output = 0; output < shape.outputs(); output++) {
                    filters[(output * shape.inputs() + input) * pixels + pixel] = kernel[from++];
                }
            }
        }
        return filters;
    }

    private static void checkGamma(KerasLayer normalisation, List<Integer> perOutput) throws IOException {
        if (!normalisation.variables().containsKey("gamma")) {
            return;
        }
        for (float value : normalisation.values("gamma", perOutput)) {
            if (value != 1) {
                throw new UnusableWeightsException(
                        "%s/gamma holds the value %s; Inception v3's normalisation has no gamma, so all must be 1"
                                .formatted(normalisation.name(), value));
            }
        }
    }

    private static float[] variance(KerasLayer normalisation, List<Integer> perOutput) throws IOException {
        float[] values = normalisation.values("moving_variance", perOutput);
        for (float value : values) {
            if (value < 0) {
                throw new UnusableWeightsException("%s/moving_variance holds the value %s; a variance is not negative"
                        .formatted(normalisation.name(), value));
            }
        }
        return values;
    }
}
