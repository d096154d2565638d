package dev.plankton.network.architecture;

import dev.plankton.network.architecture.BackboneNode.Convolution;
import java.util.ArrayList;
import java.util.List;

/** The shapes of the 94 convolutions of Inception v3, which files of pretrained weights must have. */
public final class InceptionShapes {
    /** Side of the images in pixels; the channels do not depend on it. */
    private static final int ANY_SIDE = 299;

    private InceptionShapes() {}

    /** The shapes in the order in which Keras creates the convolutions. */
    public static List<ConvolutionShape> all() {
        Architecture architecture = InceptionV3.architecture();
        List<ConvolutionShape> shapes = new ArrayList<>();
        for (BackboneNode node : architecture.nodes()) {
            if (node instanceof Convolution convolution) {
                shapes.add(new ConvolutionShape(
                        shapes.size() + 1,
                        convolution.filters(),
                        architecture.shape(convolution.input(), ANY_SIDE).channels(),
                        convolution.kernelHeight(),
                        convolution.kernelWidth()));
            }
        }
        return List.copyOf(shapes);
    }
}
