package dev.plankton.network.pytorch;

import dev.plankton.network.engine.UnusableDeviceException;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.BoolOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/** Compares a convolution in 16 bits with the same in 32 bits, because a wrong one would only show as bad training. */
final class BfloatCheck {
    private static final long[] ONE = {1, 1};
    private static final double MOST = 0.02;

    private final Placement placement;
    private final Tensor input;
    private final Tensor weights;

    private BfloatCheck(Placement placement, long channels, long filters) {
        this.placement = placement;
        this.input = wave(2, channels, 12, 12);
        this.weights = wave(filters, channels, 3, 3);
    }

    /** @throws UnusableDeviceException if outputs or gradients differ by more than 16 bits explain */
    static void require(Placement placement) {
        try (PointerScope scope = new PointerScope()) {
            double error = new BfloatCheck(placement, 32, 48).error();
            if (!(error < MOST)) {
                throw new UnusableDeviceException(
                        "Convolutions in 16 bits are wrong by %.0f %% on this processor or card; use precision fp32."
                                .formatted(100 * error));
            }
        }
    }

    /** Numbers that 16 bits hold almost exactly, the same every time. */
    private Tensor wave(long... shape) {
        long count = 1;
        for (long length : shape) {
            count *= length;
        }
        float[] values = new float[Math.toIntExact(count)];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) Math.sin(1.7 * i + 0.001 * i * i);
        }
        return Tensors.channelsLast(placement.put(Tensors.of(values, count)).reshape(shape));
    }

    /** The largest relative error of the output and of both gradients. */
    private double error() {
        Tensor[] exact = pass(torch.ScalarType.Float);
        Tensor[] rounded = pass(torch.ScalarType.BFloat16);
        double largest = 0;
        for (int i = 0; i < exact.length; i++) {
            double error = relative(rounded[i], exact[i]);
            largest = Double.isNaN(error) ? Double.POSITIVE_INFINITY : Math.max(largest, error);
        }
        return largest;
    }

    /** The output, the gradient of the input, and the gradient of the weights. */
    private Tensor[] pass(torch.ScalarType type) {
        Tensor x = input.to(type).detach();
        Tensor w = weights.to(type).detach();
        x.set_requires_grad(true);
        w.set_requires_grad(true);
        Tensor output = torch.conv2d(x, w, new TensorOptional(), ONE, ONE, ONE, 1);
        TensorVector gradients = torch.grad(
                new TensorVector(output),
                new TensorVector(x, w),
                new TensorVector(output.detach()),
                new BoolOptional(),
                false,
                false);
        return new Tensor[] {output, gradients.get(0), gradients.get(1)};
    }

    private static double relative(Tensor given, Tensor expected) {
        Tensor exact = expected.detach().to(torch.ScalarType.Float);
        Tensor difference = given.detach().to(torch.ScalarType.Float).sub(exact);
        return difference.norm().item_float() / exact.norm().item_float();
    }
}
