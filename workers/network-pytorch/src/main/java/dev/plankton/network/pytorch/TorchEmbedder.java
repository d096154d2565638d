package dev.plankton.network.pytorch;

import dev.plankton.contracts.choices.EmbeddingEngine;
import dev.plankton.contracts.choices.Precision;
import dev.plankton.network.architecture.HeadFunction;
import dev.plankton.network.architecture.NetworkSettings;
import dev.plankton.network.architecture.Section;
import dev.plankton.network.checkpoint.Checkpoint;
import dev.plankton.network.engine.Embedder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** An embedder on libtorch, in 32 bits. */
final class TorchEmbedder implements Embedder {
    private final NetworkSettings settings;
    private final TorchInference inference;

    private TorchEmbedder(NetworkSettings settings, TorchInference inference) {
        this.settings = settings;
        this.inference = inference;
    }

    static Embedder open(Path file, Placement placement) throws IOException {
        Checkpoint checkpoint = Checkpoint.read(file);
        NetworkSettings network = checkpoint.network();
        try {
            return new TorchEmbedder(
                    network,
                    new TorchInference(
                            network,
                            new FrozenSection(
                                    Section.whole(network), checkpoint.parameters(), Precision.FP32, placement)));
        } catch (IllegalArgumentException e) {
            throw new IOException("%s is not a checkpoint of this network: %s".formatted(file, e.getMessage()), e);
        }
    }

    @Override
    public EmbeddingEngine engine() {
        return EmbeddingEngine.PYTORCH;
    }

    @Override
    public int dimensions() {
        return settings.dimensions();
    }

    @Override
    public float[][] embed(List<byte[]> images, int side) {
        return inference.map(
                images, side, output -> HeadFunction.floats(HeadFunction.embedding(settings.head(), output)));
    }

    @Override
    public void close() {
        inference.close();
    }
}
