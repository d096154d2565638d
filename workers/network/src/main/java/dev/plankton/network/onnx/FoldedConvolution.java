package dev.plankton.network.onnx;

import dev.plankton.network.architecture.BackboneNode.Convolution;
import dev.plankton.network.architecture.Parameters;
import dev.plankton.network.checkpoint.Checkpoint;

/**
 * A convolution with its batch normalisation, by running statistics, folded into its weights: (w * x - m) / sqrt(v + e)
 * + shift = (w / sqrt(v + e)) * x + (shift - m / sqrt(v + e)). It is computed in double precision.
 *
 * @param weights filters x channels x height x width
 * @param bias one value for each filter
 */
@SuppressWarnings("ArrayRecordComponent")
record FoldedConvolution(float[] weights, float[] bias) {

    /** @throws IllegalArgumentException if a parameter is missing or has another length */
    static FoldedConvolution of(Convolution node, int channels, Checkpoint checkpoint) {
        int filters = node.filters();
        int each = channels * node.kernelHeight() * node.kernelWidth();
        float[] weights = checkpoint.parameter(Parameters.name(node.name(), Parameters.WEIGHTS), filters * each);
        float[] shift = checkpoint.parameter(Parameters.name(node.name(), Parameters.SHIFT), filters);
        float[] mean = checkpoint.parameter(Parameters.name(node.name(), Parameters.MEAN), filters);
        float[] variance = checkpoint.parameter(Parameters.name(node.name(), Parameters.VARIANCE), filters);
        float[] folded = new float[weights.length];
        float[] bias = new float[filters];
        for (int filter = 0; filter < filters; filter++) {
            double scale = 1 / Math.sqrt(variance[filter] + Convolution.EPSILON);
            bias[filter] = (float) (shift[filter] - mean[filter] * scale);
            for (int i = filter * each; i < (filter + 1) * each; i++) {
                folded[i] = (float) (weights[i] * scale);
            }
        }
        return new FoldedConvolution(folded, bias);
    }
}
