package dev.plankton.network.pytorch;

import dev.plankton.network.architecture.Architecture;
import dev.plankton.network.architecture.BackboneNode.Convolution;
import org.bytedeco.pytorch.ScalarTypeOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * All channels of an image are equal copies of its grey values, so a first convolution may add up its weights over the
 * channels and take one channel: fewer multiplications, the same sums.
 */
final class GreyImages {
    private GreyImages() {}

    /** One channel of images, rows x 1 x height x width, channels last. */
    static Tensor oneChannel(Tensor images) {
        return images.size(1) == 1 ? images : images.narrow(1, 0, 1).contiguous(torch.MemoryFormat.ChannelsLast);
    }

    /** The weights of a convolution, for one channel if it takes images: filters x 1 x height x width. */
    static Tensor weights(Convolution node, Tensor weights) {
        return node.input().equals(Architecture.IMAGES)
                ? weights.sum(new long[] {1}, true, new ScalarTypeOptional())
                : weights;
    }
}
