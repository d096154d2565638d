package dev.plankton.network.dl4j;

import dev.plankton.network.architecture.BackboneNode;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Batch normalisation with a shift and no scale, then ReLU, of arrays whose last dimension is the channel (NHWC). With m
 * and v the mean and variance of a channel: relu((z - m) / sqrt(v + e) + shift). Vectors have one value per channel.
 */
interface Normalisation {
    double EPSILON = BackboneNode.Convolution.EPSILON;

    /** m and v of a batch. */
    @SuppressWarnings("ArrayRecordComponent")
    record Statistics(double[] mean, double[] variance) {}

    /** @param origin a value near the mean of each channel; deviations are measured from it */
    Statistics statistics(INDArray z, double[] origin);

    /** Forward pass. Writes to {@code output}, which may be {@code z} itself. */
    void forwards(INDArray z, Statistics statistics, double[] shift, INDArray output);

    /**
     * Backward pass. Writes the gradient of the loss with respect to z, where m and v are functions of z (Ioffe and
     * Szegedy 2015, section 3). With d the gradient before the ReLU, h = (z - m) / sqrt(v + e) and mean(.) over a
     * channel, it is (d - mean(d) - h mean(d h)) / sqrt(v + e).
     *
     * @param slopes gradient of the loss with respect to the output
     * @param target receives the gradient with respect to z
     * @return gradient of the loss with respect to the shift
     */
    double[] backwards(INDArray z, INDArray slopes, Statistics statistics, double[] shift, INDArray target);

    /**
     * Like {@link #backwards}, but m and v are constant: the gradient is d / sqrt(v + e).
     *
     * @return gradient of the loss with respect to the shift
     */
    double[] backwardsFrozen(INDArray z, INDArray slopes, Statistics statistics, double[] shift, INDArray target);
}
