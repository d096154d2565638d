package dev.plankton.network.pytorch;

import dev.plankton.network.architecture.BackboneNode;
import org.bytedeco.pytorch.Tensor;

/** How a {@link ForwardPass} computes convolutions. */
interface Layers {
    /**
     * A convolution with its batch normalisation and ReLU.
     *
     * @param input rows x channels x height x width
     */
    Tensor convolution(BackboneNode.Convolution node, Tensor input);
}
