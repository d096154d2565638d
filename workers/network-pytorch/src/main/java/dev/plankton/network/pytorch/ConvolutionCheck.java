package dev.plankton.network.pytorch;

import java.util.List;
import java.util.Optional;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.BoolOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * Compares a few convolutions of libtorch with the same in 64 bits, for which it has other code. On one processor by AMD,
 * libtorch 2.10 with oneDNN 3.7.1 computed some by 30 to 40 % wrongly with AVX-512, and said nothing: from 64 to 80
 * channels, for instance. This would only show as a training that goes badly.
 */
final class ConvolutionCheck {
    /** Shapes whose channels fill the processor's registers, and shapes that leave a rest. */
    private static final List<Shape> SHAPES = List.of(
            new Shape(1, 24, 3, 4, 20),
            new Shape(24, 32, 3, 4, 14),
            new Shape(32, 48, 3, 4, 12),
            new Shape(64, 80, 1, 32, 17));

    private static final double FP32 = 1e-4;
    private static final double BF16 = 0.03;

    private record Shape(long channels, long filters, long kernel, long rows, long side) {}

    private ConvolutionCheck() {}

    /** A sentence if some are wrong with 32 bits. */
    static Optional<String> objection(Placement placement) {
        return objection(placement, torch.ScalarType.Float, FP32)
                .map(wrong -> "libtorch computes convolutions wrongly on this machine (%s); use trainingEngine dl4j."
                        .formatted(wrong));
    }

    /** A sentence if some are wrong with 16 bits, or impossible. */
    static Optional<String> objectionTo16Bits(Placement placement) {
        return objection(placement, torch.ScalarType.BFloat16, BF16)
                .map(wrong -> "libtorch cannot calculate with 16 bits on this machine (%s); use precision fp32."
                        .formatted(wrong));
    }

    /** What is wrong, if an error is not below the given one. */
    static Optional<String> objection(Placement placement, torch.ScalarType type, double most) {
        for (Shape shape : SHAPES) {
            try (PointerScope scope = new PointerScope()) {
                double error = error(placement, shape, type);
                if (!(error < most)) {
                    return Optional.of("%d to %d channels: wrong by %.0f %%"
                            .formatted(shape.channels(), shape.filters(), 100 * error));
                }
            } catch (RuntimeException e) { // as libtorch's own exceptions arrive
                return Optional.of(
                        String.valueOf(e.getMessage()).lines().findFirst().orElse("it does not say why"));
            }
        }
        return Optional.empty();
    }

    /** The largest relative error of the output and of both gradients. */
    private static double error(Placement placement, Shape shape, torch.ScalarType type) {
        Tensor images = wave(placement, shape.rows(), shape.channels(), shape.side(), shape.side());
        Tensor weights = wave(placement, shape.filters(), shape.channels(), shape.kernel(), shape.kernel());
        Tensor[] exact = pass(images.to(type), weights.to(type), torch.ScalarType.Double);
        Tensor[] given = pass(images, weights, type);
        double largest = 0;
        for (int i = 0; i < exact.length; i++) {
            Tensor difference = given[i].detach().to(torch.ScalarType.Double).sub(exact[i].detach());
            double error =
                    difference.norm().item_double() / exact[i].detach().norm().item_double();
            largest = Double.isNaN(error) ? Double.POSITIVE_INFINITY : Math.max(largest, error);
        }
        return largest;
    }

    /** Between -1 and 1, the same every time. */
    private static Tensor wave(Placement placement, long... shape) {
        long count = 1;
        for (long length : shape) {
            count *= length;
        }
        float[] values = new float[Math.toIntExact(count)];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) Math.sin(1.7 * i + 0.001 * i * (double) i);
        }
        return Tensors.channelsLast(placement.put(Tensors.of(values, count)).reshape(shape));
    }

    /** The output, the gradient of the images, and the gradient of the weights. */
    private static Tensor[] pass(Tensor images, Tensor weights, torch.ScalarType type) {
        Tensor x = images.to(type).detach();
        Tensor w = weights.to(type).detach();
        x.set_requires_grad(true);
        w.set_requires_grad(true);
        long[] one = {1, 1};
        Tensor output = torch.conv2d(x, w, new TensorOptional(), one, one, one, 1);
        TensorVector gradients = torch.grad(
                new TensorVector(output),
                new TensorVector(x, w),
                new TensorVector(torch.ones_like(output)),
                new BoolOptional(),
                false,
                false);
        return new Tensor[] {output, gradients.get(0), gradients.get(1)};
    }
}
