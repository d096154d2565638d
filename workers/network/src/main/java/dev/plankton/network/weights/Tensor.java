package dev.plankton.network.weights;

import java.io.IOException;
import java.util.List;

/**
 * A named array in a file of weights.
 *
 * @param path its name with those of the groups around it, such as {@code conv2d_1/conv2d_1/kernel:0}
 * @param values read only once the shape was found to be what is wanted, for a file may promise anything
 */
record Tensor(String path, List<Integer> shape, Values values) {

    /** Reads as many values as the shape says, the last dimension varying fastest. */
    interface Values {
        /** @throws UnusableWeightsException if the file is damaged or holds another type of numbers */
        float[] read() throws IOException;
    }
}
