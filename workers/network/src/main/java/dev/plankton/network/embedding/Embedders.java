package dev.plankton.network.embedding;

import dev.plankton.contracts.choices.EmbeddingEngine;
import dev.plankton.contracts.choices.NetworkEngine;
import dev.plankton.contracts.choices.Normalisation;
import dev.plankton.contracts.ids.ArtifactId;
import dev.plankton.network.architecture.NetworkSettings;
import dev.plankton.network.architecture.OnnxSource;
import dev.plankton.network.checkpoint.Checkpoint;
import dev.plankton.network.checkpoint.FeatureHead;
import dev.plankton.network.engine.ComputeThreads;
import dev.plankton.network.engine.Embedder;
import dev.plankton.network.engine.Engines;
import dev.plankton.network.engine.FeatureExtractor;
import dev.plankton.network.engine.TrainingEngine;
import dev.plankton.network.onnx.OnnxBackbone;
import dev.plankton.network.onnx.OnnxEmbedder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Opens trained networks on the engine that a run asks for. */
public final class Embedders {
    private static final int TRIED_IMAGES = 16;

    private final Engines engines;
    private final int threads;

    /**
     * @param engines the engines of the training device
     * @param environment environment variables, which say how many threads ONNX Runtime may use
     */
    public Embedders(Engines engines, Map<String, String> environment) {
        this.engines = engines;
        this.threads = ComputeThreads.ofTheNetwork(environment);
    }

    /** Finds the file of an artifact. */
    @FunctionalInterface
    public interface Files {
        Path fetch(ArtifactId id) throws IOException, InterruptedException;
    }

    /**
     * Loads the network of a checkpoint. If its backbone is an ONNX file, ONNX Runtime computes it.
     *
     * @throws IOException if a file cannot be read or is not a checkpoint
     */
    public Embedder open(Path checkpoint, EmbeddingEngine engine, Files files)
            throws IOException, InterruptedException {
        NetworkSettings network = Checkpoint.read(checkpoint).network();
        if (network.onnx().isEmpty()) {
            return open(checkpoint, network, engine);
        }
        OnnxSource source = network.onnx().get();
        return new HeadOnBackbone(
                backbone(files.fetch(source.file()), source.normalise()),
                FeatureHead.open(checkpoint),
                network.dimensions());
    }

    /** A backbone in an ONNX file. */
    public FeatureExtractor backbone(Path file, Normalisation normalise) throws IOException {
        return OnnxBackbone.open(file, normalise, threads);
    }

    /**
     * Loads the network of a checkpoint that has a backbone of its own.
     *
     * @throws IOException if the file cannot be read or is not a checkpoint
     */
    public Embedder open(Path checkpoint, EmbeddingEngine engine) throws IOException {
        return open(checkpoint, Checkpoint.read(checkpoint).network(), engine);
    }

    private Embedder open(Path checkpoint, NetworkSettings network, EmbeddingEngine engine) throws IOException {
        Embedder embedder = single(checkpoint, network.side(), engine);
        return network.testTimeSymmetries() ? new MeanOfSymmetries(embedder, network.head()) : embedder;
    }

    /** Embeds each image as it is. */
    private Embedder single(Path checkpoint, int side, EmbeddingEngine engine) throws IOException {
        return switch (engine) {
            case DL4J -> engines.named(NetworkEngine.DL4J).embedder(checkpoint);
            case PYTORCH -> engines.named(NetworkEngine.PYTORCH).embedder(checkpoint);
            case ONNX_RUNTIME -> OnnxEmbedder.open(checkpoint, threads);
            case FASTEST -> single(checkpoint, side, fastest(checkpoint, side));
        };
    }

    /** The engine that embeds a network's images fastest on this machine under its current load. */
    private EmbeddingEngine fastest(Path checkpoint, int side) throws IOException {
        List<byte[]> images = Collections.nCopies(TRIED_IMAGES, new byte[side * side]);
        EmbeddingEngine fastest = EmbeddingEngine.ONNX_RUNTIME;
        long least = nanoseconds(checkpoint, fastest, images, side);
        for (TrainingEngine engine : engines.all()) {
            EmbeddingEngine other = EmbeddingEngine.valueOf(engine.name().name());
            long needed = nanoseconds(checkpoint, other, images, side);
            if (needed < least) {
                fastest = other;
                least = needed;
            }
        }
        return fastest;
    }

    private long nanoseconds(Path checkpoint, EmbeddingEngine engine, List<byte[]> images, int side)
            throws IOException {
        try (Embedder embedder = single(checkpoint, side, engine)) {
            embedder.embed(images, side); // the first call allocates memory and compiles code
            long start = System.nanoTime();
            embedder.embed(images, side);
            return System.nanoTime() - start;
        }
    }
}
