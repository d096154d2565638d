package dev.plankton.network;

import java.util.List;

/** One step of a backbone's computation, on images of height x width x channels. */
sealed interface BackboneNode {
    /** Of the node, under which others take its output. */
    String name();

    List<String> inputs();

    /**
     * Convolution without bias, batch normalisation with a shift but no scale, ReLU.
     *
     * @param padded so that only the stride shrinks the image ("same"), else only whole windows count ("valid")
     */
    record Convolution(
            String name, String input, int filters, int kernelHeight, int kernelWidth, int stride, boolean padded)
            implements BackboneNode {
        @Override
        public List<String> inputs() {
            return List.of(input);
        }
    }

    /** Largest value or mean of square windows; what pads the image counts in neither. */
    record Pool(String name, String input, Kind kind, int kernel, int stride, boolean padded) implements BackboneNode {
        enum Kind {
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
