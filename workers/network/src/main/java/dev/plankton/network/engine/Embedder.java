package dev.plankton.network.engine;

import dev.plankton.contracts.choices.EmbeddingEngine;
import java.util.List;

/** A trained network that turns images into embeddings; owns native memory until closed. One thread at a time. */
public interface Embedder extends AutoCloseable {

    /** The engine that computes; never {@link EmbeddingEngine#FASTEST}, but the one that was chosen. */
    EmbeddingEngine engine();

    /** Length of an embedding. */
    int dimensions();

    /**
     * Embeds grey images of side x side pixels, row by row, 0 black to 255 white. They are scaled to the network's own
     * side by area averaging. They are processed in batches, so that memory does not grow with the number of images.
     *
     * @return shape images x {@link #dimensions}
     */
    float[][] embed(List<byte[]> images, int side);

    @Override
    void close();
}
