package dev.plankton.network.architecture;

import java.util.List;

/** One step of a backbone's computation, on images of height x width x channels. */
public sealed interface BackboneNode {
    /** Name of the node, by which other nodes refer to its output. */
    String name();

    /** Names of the nodes whose outputs it takes, or of the images. */
    List<String> inputs();

    /**
     * Convolution without bias, then batch normalisation with a shift but no scale, then ReLU.
     *
     * @param padded whether the image is padded so that only the stride shrinks it ("same"); otherwise only complete
     *     windows count ("valid")
     */
    record Convolution(
            String name, String input, int filters, int kernelHeight, int kernelWidth, int stride, boolean padded)
            implements BackboneNode {
        /** Is added to a variance before its square root is taken; Keras' default. */
        public static final double EPSILON = 1e-3;

        @Override
        public List<String> inputs() {
            return List.of(input);
        }
    }

    /** Largest value or mean of square windows; the padding counts in neither. */
    record Pool(String name, String input, Kind kind, int kernel, int stride, boolean padded) implements BackboneNode {
        public enum Kind {
            LARGEST,
            MEAN
        }

        @Override
        public List<String> inputs() {
            return List.of(input);
        }
    }

    /** All channels of the inputs, in their order. */
    record Concatenation(String name, List<String> inputs) implements BackboneNode {
        public Concatenation {
            inputs = List.copyOf(inputs);
        }
    }
}
