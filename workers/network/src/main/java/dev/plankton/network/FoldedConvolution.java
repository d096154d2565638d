package dev.plankton.network;

/**
 * A convolution whose batch normalisation, with running statistics, is part of its weights: (w * x - m) / sqrt(v + e) +
 * shift = (w / sqrt(v + e)) * x + (shift - m / sqrt(v + e)). Computed in double precision.
 *
 * @param weights filters x channels x height x width
 * @param bias of each filter
 */
@SuppressWarnings("ArrayRecordComponent")
record FoldedConvolution(float[] weights, float[] bias) {

    /** @throws IllegalArgumentException if a parameter is missing or has another length */
    static FoldedConvolution of(BackboneNode.Convolution node, int channels, Checkpoint checkpoint) {
        int filters = node.filters();
        int each = channels * node.kernelHeight() * node.kernelWidth();
        float[] weights = checkpoint.parameter(node.name() + "/" + FusedConvolution.WEIGHTS, filters * each);
        float[] shift = checkpoint.parameter(node.name() + "/" + FusedConvolution.SHIFT, filters);
        float[] mean = checkpoint.parameter(node.name() + "/" + FusedConvolution.MEAN, filters);
        float[] variance = checkpoint.parameter(node.name() + "/" + FusedConvolution.VARIANCE, filters);
        float[] folded = new float[weights.length];
        float[] bias = new float[filters];
        for (int filter = 0; filter < filters; filter++) {
            double scale = 1 / Math.sqrt(variance[filter] + Normalisation.EPSILON);
            bias[filter] = (float) (shift[filter] - mean[filter] * scale);
            for (int i = filter * each; i < (filter + 1) * each; i++) {
                folded[i] = (float) (weights[i] * scale);
            }
        }
        return new FoldedConvolution(folded, bias);
    }
}
