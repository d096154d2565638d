package dev.plankton.network.embedding;

import dev.plankton.contracts.choices.EmbeddingEngine;
import dev.plankton.network.checkpoint.Checkpoint;
import dev.plankton.network.engine.ComputeThreads;
import dev.plankton.network.engine.Embedder;
import dev.plankton.network.engine.TrainingEngine;
import dev.plankton.network.onnx.OnnxEmbedder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Opens trained networks on the engine that a run asks for. */
public final class Embedders {
    private static final int TRIED_IMAGES = 16;

    private final TrainingEngine training;
    private final int threads;

    /**
     * @param training the engine of the training device
     * @param environment environment variables, which say how many threads ONNX Runtime may use
     */
    public Embedders(TrainingEngine training, Map<String, String> environment) {
        this.training = training;
        this.threads = ComputeThreads.ofTheNetwork(environment);
    }

    /**
     * Loads the network of a checkpoint.
     *
     * @throws IOException if the file cannot be read or is not a checkpoint
     */
    public Embedder open(Path checkpoint, EmbeddingEngine engine) throws IOException {
        return switch (engine) {
            case DL4J -> training.embedder(checkpoint);
            case ONNX_RUNTIME -> OnnxEmbedder.open(checkpoint, threads);
            case FASTEST -> open(checkpoint, fastest(checkpoint));
        };
    }

    /** The engine that embeds a network's images faster on this machine under its current load. */
    private EmbeddingEngine fastest(Path checkpoint) throws IOException {
        int side = Checkpoint.read(checkpoint).network().side();
        List<byte[]> images = Collections.nCopies(TRIED_IMAGES, new byte[side * side]);
        long dl4j = nanoseconds(checkpoint, EmbeddingEngine.DL4J, images, side);
        long onnx = nanoseconds(checkpoint, EmbeddingEngine.ONNX_RUNTIME, images, side);
        return dl4j < onnx ? EmbeddingEngine.DL4J : EmbeddingEngine.ONNX_RUNTIME;
    }

    private long nanoseconds(Path checkpoint, EmbeddingEngine engine, List<byte[]> images, int side)
            throws IOException {
        try (Embedder embedder = open(checkpoint, engine)) {
            embedder.embed(images, side); // the first call allocates memory and compiles code
            long start = System.nanoTime();
            embedder.embed(images, side);
            return System.nanoTime() - start;
        }
    }
}
