package dev.plankton.weights;

import java.io.IOException;

/** The parts of a TensorFlow.js model, wherever they are. */
interface ModelFiles {

    /** A text that begins with the model's JSON. */
    String model() throws IOException;

    /**
     * A file of weights.
     *
     * @param path from the folder of the model, as its manifest names it
     */
    byte[] weights(String path) throws IOException;
}
