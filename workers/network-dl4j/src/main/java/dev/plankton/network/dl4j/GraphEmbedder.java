package dev.plankton.network.dl4j;

import dev.plankton.contracts.choices.EmbeddingEngine;
import dev.plankton.network.architecture.HeadFunction;
import dev.plankton.network.architecture.NetworkSettings;
import dev.plankton.network.architecture.Section;
import dev.plankton.network.checkpoint.Checkpoint;
import dev.plankton.network.data.InputBatch;
import dev.plankton.network.data.ScaledBatches;
import dev.plankton.network.engine.Embedder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.nn.graph.ComputationGraph;

/** An embedder on a DL4J graph. */
final class GraphEmbedder implements Embedder {
    private final NetworkSettings settings;
    private final ComputationGraph graph;

    private GraphEmbedder(NetworkSettings settings, ComputationGraph graph) {
        this.settings = settings;
        this.graph = graph;
    }

    static Embedder open(Path file) throws IOException {
        Checkpoint checkpoint = Checkpoint.read(file);
        ComputationGraph graph = NetworkGraph.build(Section.whole(checkpoint.network()));
        NativeMemory.load(graph, checkpoint, file);
        return new GraphEmbedder(checkpoint.network(), graph);
    }

    @Override
    public EmbeddingEngine engine() {
        return EmbeddingEngine.DL4J;
    }

    @Override
    public int dimensions() {
        return settings.dimensions();
    }

    @Override
    public float[][] embed(List<byte[]> images, int side) {
        return ScaledBatches.map(
                images,
                side,
                settings,
                batch -> Arrays.stream(Inference.outputs(graph, InputBatch.of(batch, settings)))
                        .map(output -> HeadFunction.floats(HeadFunction.embedding(settings.head(), output)))
                        .toArray(float[][]::new));
    }

    @Override
    public void close() {
        NativeMemory.release(graph);
    }
}
