package dev.plankton.network;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Batch normalisation with a shift and no scale, then ReLU, of arrays whose last dimension is the channel (NHWC). With m
 * and v the mean and variance of a channel: relu((z - m) / sqrt(v + e) + shift). Vectors have one value per channel.
 */
interface Normalisation {
    double EPSILON = 1e-3;

    /** m and v of a batch. */
    @SuppressWarnings("ArrayRecordComponent")
    record Statistics(double[] mean, double[] variance) {}

    /** @param origin any point near the means, from which they are measured */
    Statistics statistics(INDArray z, double[] origin);

    /** Writes to {@code output}, which may be {@code z} itself. */
    void forwards(INDArray z, Statistics statistics, double[] shift, INDArray output);

    /**
     * Writes the slopes by z, with m and v taken as functions of z (Ioffe and Szegedy 2015, section 3): with d the slope
     * before the ReLU, h = (z - m) / sqrt(v + e) and mean(.) over a channel, (d - mean(d) - h mean(d h)) / sqrt(v + e).
     *
     * @param slopes of the loss by the output
     * @return slopes of the loss by the shift
     */
    double[] backwards(INDArray z, INDArray slopes, Statistics statistics, double[] shift, INDArray target);

    /**
     * As {@link #backwards}, but with m and v constant: d / sqrt(v + e).
     *
     * @return slopes of the loss by the shift
     */
    double[] backwardsFrozen(INDArray z, INDArray slopes, Statistics statistics, double[] shift, INDArray target);
}
