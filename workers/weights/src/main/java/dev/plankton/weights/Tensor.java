package dev.plankton.weights;

import java.io.IOException;
import java.util.List;

/**
 * A named array in a file of weights.
 *
 * @param path its name with the names of the groups around it, such as {@code conv2d_1/conv2d_1/kernel:0}
 * @param values read only after the shape was checked, because a file may claim any size
 */
record Tensor(String path, List<Integer> shape, Values values) {

    /** Reads as many values as the shape says, the last dimension varying fastest. */
    interface Values {
        /** @throws UnusableWeightsException if the file is damaged or holds another type of numbers */
        float[] read() throws IOException;
    }
}
