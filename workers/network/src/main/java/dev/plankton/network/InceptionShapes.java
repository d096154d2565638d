package dev.plankton.network;

import dev.plankton.network.BackboneNode.Convolution;
import dev.plankton.network.weights.ConvolutionShape;
import java.util.ArrayList;
import java.util.List;

/** The 94 convolutions of Inception v3 as files of pretrained weights must have them. */
public final class InceptionShapes {
    /** Of the images; channels do not depend on it. */
    private static final int ANY_SIDE = 299;

    private InceptionShapes() {}

    /** In the order in which Keras creates them. */
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
