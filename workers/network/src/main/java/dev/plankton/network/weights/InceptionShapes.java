package dev.plankton.network.weights;

import java.util.ArrayList;
import java.util.List;

/**
 * The 94 convolutions of Inception v3 without its top, in the order in which {@code keras.applications.inception_v3}
 * creates them (Szegedy et al., "Rethinking the Inception Architecture for Computer Vision", 2015).
 */
public final class InceptionShapes {
    private static final int COLOURS = 3;

    private final List<ConvolutionShape> shapes = new ArrayList<>();

    private InceptionShapes() {}

    /** In Keras' order of creation. */
    public static List<ConvolutionShape> all() {
        InceptionShapes inception = new InceptionShapes();
        int channels = inception.stem();
        for (int pooled : new int[] {32, 64, 64}) {
            channels = inception.mixed0To2(channels, pooled);
        }
        channels = inception.mixed3(channels);
        for (int narrow : new int[] {128, 160, 160, 192}) {
            channels = inception.mixed4To7(channels, narrow);
        }
        channels = inception.mixed8(channels);
        channels = inception.mixed9And10(channels);
        inception.mixed9And10(channels);
        return List.copyOf(inception.shapes);
    }

    /** @return its outputs, which are the next one's inputs */
    private int convolution(int inputs, int outputs, int height, int width) {
        shapes.add(new ConvolutionShape(shapes.size() + 1, outputs, inputs, height, width));
        return outputs;
    }

    private int stem() {
        int channels = convolution(convolution(convolution(COLOURS, 32, 3, 3), 32, 3, 3), 64, 3, 3);
        return convolution(convolution(channels, 80, 1, 1), 192, 3, 3);
    }

    private int mixed0To2(int inputs, int pooled) {
        int single = convolution(inputs, 64, 1, 1);
        int five = convolution(convolution(inputs, 48, 1, 1), 64, 5, 5);
        int three = convolution(convolution(convolution(inputs, 64, 1, 1), 96, 3, 3), 96, 3, 3);
        return single + five + three + convolution(inputs, pooled, 1, 1);
    }

    private int mixed3(int inputs) {
        int three = convolution(inputs, 384, 3, 3);
        int twice = convolution(convolution(convolution(inputs, 64, 1, 1), 96, 3, 3), 96, 3, 3);
        return three + twice + inputs;
    }

    private int mixed4To7(int inputs, int narrow) {
        int single = convolution(inputs, 192, 1, 1);
        int seven = convolution(convolution(convolution(inputs, narrow, 1, 1), narrow, 1, 7), 192, 7, 1);
        int first = convolution(convolution(convolution(inputs, narrow, 1, 1), narrow, 7, 1), narrow, 1, 7);
        int twice = convolution(convolution(first, narrow, 7, 1), 192, 1, 7);
        return single + seven + twice + convolution(inputs, 192, 1, 1);
    }

    private int mixed8(int inputs) {
        int three = convolution(convolution(inputs, 192, 1, 1), 320, 3, 3);
        int seven = convolution(convolution(convolution(inputs, 192, 1, 1), 192, 1, 7), 192, 7, 1);
        return three + convolution(seven, 192, 3, 3) + inputs;
    }

    private int mixed9And10(int inputs) {
        int single = convolution(inputs, 320, 1, 1);
        int split = split(convolution(inputs, 384, 1, 1));
        int deep = split(convolution(convolution(inputs, 448, 1, 1), 384, 3, 3));
        return single + split + deep + convolution(inputs, 192, 1, 1);
    }

    private int split(int inputs) {
        return convolution(inputs, 384, 1, 3) + convolution(inputs, 384, 3, 1);
    }
}
