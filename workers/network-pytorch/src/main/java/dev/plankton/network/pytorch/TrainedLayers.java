package dev.plankton.network.pytorch;

import dev.plankton.contracts.choices.BatchNorm;
import dev.plankton.contracts.choices.Precision;
import dev.plankton.network.architecture.BackboneNode.Convolution;
import dev.plankton.network.architecture.Parameters;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.T_TensorTensorTensor_T;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/**
 * Layers whose parameters get gradients. With {@link Precision#BF16}, convolutions take inputs and weights rounded to 16
 * bits and add in 32 bits; the weights themselves, the statistics and the dense layer have 32 bits.
 */
final class TrainedLayers implements Layers, AutoCloseable {
    /** The mean and the reciprocal standard deviation of each channel of a batch. */
    private record Statistics(String layer, Tensor mean, Tensor reciprocalDeviation) implements AutoCloseable {
        @Override
        public void close() {
            mean.close();
            reciprocalDeviation.close();
        }
    }

    /** The share by which the running statistics move towards those of a training batch. */
    static final double MOVED = 0.1;

    private static final double EPSILON = Convolution.EPSILON;

    private final NamedTensors trained;
    private final NamedTensors running;
    private final boolean frozen;
    private final torch.ScalarType type;
    private final List<Statistics> batch = new ArrayList<>();

    /** @param trained must have gradients; both stay the caller's */
    TrainedLayers(NamedTensors trained, NamedTensors running, BatchNorm batchNorm, Precision precision) {
        this.trained = trained;
        this.running = running;
        this.frozen = batchNorm == BatchNorm.FROZEN;
        this.type = Types.of(precision);
    }

    @Override
    public Tensor convolution(Convolution node, Tensor input) {
        Tensor weights = GreyImages.weights(node, trained.get(node.name(), Parameters.WEIGHTS));
        Tensor z = Windows.convolve(node, input.to(type), weights.to(type), new TensorOptional());
        TensorOptional none = new TensorOptional();
        TensorOptional shift = new TensorOptional(trained.get(node.name(), Parameters.SHIFT));
        T_TensorTensorTensor_T normalised = frozen
                ? torch.native_batch_norm(
                        z,
                        none,
                        shift,
                        new TensorOptional(running.get(node.name(), Parameters.MEAN)),
                        new TensorOptional(running.get(node.name(), Parameters.VARIANCE)),
                        false,
                        0,
                        EPSILON)
                : torch.native_batch_norm(z, none, shift, none, none, true, 0, EPSILON);
        if (!frozen) {
            batch.add(new Statistics(
                    node.name(),
                    new Tensor(normalised.get1()).retainReference(),
                    new Tensor(normalised.get2()).retainReference()));
        }
        Tensor output = new Tensor(normalised.get0());
        output.relu_(); // in place: what it returns is only another name for the same tensor
        return output;
    }

    /** Moves the running statistics by the given share, 0 to 1, towards those of the batch that was computed last. */
    void moveRunningStatistics(double share) {
        Scalar weight = new Scalar(share);
        for (Statistics statistics : batch) {
            running.get(statistics.layer(), Parameters.MEAN).lerp_(statistics.mean(), weight);
            Tensor variance =
                    statistics.reciprocalDeviation().pow(new Scalar(-2.0)).sub(new Scalar(EPSILON));
            running.get(statistics.layer(), Parameters.VARIANCE).lerp_(variance, weight);
        }
        forget();
    }

    private void forget() {
        batch.forEach(Statistics::close);
        batch.clear();
    }

    @Override
    public void close() {
        forget();
    }
}
