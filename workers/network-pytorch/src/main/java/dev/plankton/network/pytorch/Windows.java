package dev.plankton.network.pytorch;

import dev.plankton.network.architecture.Architecture;
import dev.plankton.network.architecture.BackboneNode.Convolution;
import dev.plankton.network.architecture.BackboneNode.Pool;
import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/** Convolution and pooling with Keras' padding: if it is odd, the far end gets one pixel more. */
final class Windows {
    private static final long[] ONE = {1, 1};
    private static final long[] NONE = {0, 0};

    private Windows() {}

    /** @param bias added to each filter's output, if there is one */
    static Tensor convolve(Convolution node, Tensor input, Tensor weights, TensorOptional bias) {
        long height = padding(input, 2, node.kernelHeight(), node.stride(), node.padded());
        long width = padding(input, 3, node.kernelWidth(), node.stride(), node.padded());
        long[] stride = {node.stride(), node.stride()};
        return isEven(height, width)
                ? torch.conv2d(input, weights, bias, stride, new long[] {height / 2, width / 2}, ONE, 1)
                : torch.conv2d(padded(input, height, width, 0), weights, bias, stride, NONE, ONE, 1);
    }

    static Tensor pool(Pool node, Tensor input) {
        long[] kernel = {node.kernel(), node.kernel()};
        long[] stride = {node.stride(), node.stride()};
        long height = padding(input, 2, node.kernel(), node.stride(), node.padded());
        long width = padding(input, 3, node.kernel(), node.stride(), node.padded());
        boolean even = isEven(height, width);
        long[] both = even ? new long[] {height / 2, width / 2} : NONE;
        return switch (node.kind()) {
            case LARGEST ->
                torch.max_pool2d(
                        even ? input : padded(input, height, width, Double.NEGATIVE_INFINITY),
                        kernel,
                        stride,
                        both,
                        ONE,
                        false);
            case MEAN -> {
                if (!even) {
                    throw new IllegalStateException("the mean %s has an odd padding".formatted(node.name()));
                }
                yield torch.avg_pool2d(input, kernel, stride, both, false, false, new LongOptional());
            }
        };
    }

    private static long padding(Tensor input, int axis, int kernel, int stride, boolean padded) {
        return Architecture.padding((int) input.size(axis), kernel, stride, padded);
    }

    private static boolean isEven(long height, long width) {
        return height % 2 == 0 && width % 2 == 0;
    }

    private static Tensor padded(Tensor input, long height, long width, double value) {
        long[] ends = {width / 2, width - width / 2, height / 2, height - height / 2};
        return torch.constant_pad_nd(input, ends, new Scalar(value));
    }
}
