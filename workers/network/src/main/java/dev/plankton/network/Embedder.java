package dev.plankton.network;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A trained network that turns images into embeddings; owns native memory until closed. One thread at a time. */
public interface Embedder extends AutoCloseable {

    /**
     * Loads the network of a checkpoint file that a {@link Trainer} wrote.
     *
     * @throws IOException if the file cannot be read or is not a checkpoint
     */
    static Embedder open(Path checkpoint, Engine engine) throws IOException {
        return switch (engine) {
            case DL4J -> GraphEmbedder.open(checkpoint);
            case ONNX_RUNTIME -> OnnxEmbedder.open(checkpoint, Threads.ofTheNetwork(System.getenv()));
            case FASTEST -> open(checkpoint, FastestEngine.of(checkpoint));
        };
    }

    /** The engine that computes; of two the chosen one. */
    Engine engine();

    /** Length of an embedding. */
    int dimensions();

    /**
     * Embeds grey images of side x side pixels, row by row, 0 black to 255 white; they are scaled to the network's own
     * side by area averaging. Batches internally, so that memory does not grow with the number of images.
     *
     * @return shape images x {@link #dimensions}
     */
    float[][] embed(List<byte[]> images, int side);

    @Override
    void close();
}
