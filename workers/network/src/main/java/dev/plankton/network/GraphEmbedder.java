package dev.plankton.network;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.graph.ComputationGraph;

/** An embedder on a DL4J graph. */
final class GraphEmbedder implements Embedder {
    private static final int BATCH = 64;

    private final NetworkSettings settings;
    private final ComputationGraph graph;
    private final int channels;

    private GraphEmbedder(NetworkSettings settings, ComputationGraph graph) {
        this.settings = settings;
        this.graph = graph;
        channels = BackboneBuilder.of(settings).channels();
    }

    static Embedder open(Path file) throws IOException {
        Checkpoint checkpoint = Checkpoint.read(file);
        ComputationGraph graph = NetworkGraph.build(checkpoint.network());
        NativeMemory.load(graph, checkpoint, file);
        return new GraphEmbedder(checkpoint.network(), graph);
    }

    @Override
    public int dimensions() {
        return settings.dimensions();
    }

    @Override
    public float[][] embed(List<byte[]> images, int side) {
        if (side < settings.side()) {
            throw new IllegalArgumentException(
                    "images of side %d are smaller than the network's %d: embed them at side %d or more"
                            .formatted(side, settings.side(), settings.side()));
        }
        float[][] embeddings = new float[images.size()][];
        for (int start = 0; start < images.size(); start += BATCH) {
            List<byte[]> scaled = new ArrayList<>();
            for (byte[] image : images.subList(start, Math.min(images.size(), start + BATCH))) {
                scaled.add(AreaScaler.scale(image, side, settings.side()));
            }
            double[][] outputs = Inference.outputs(graph, PixelBatch.of(scaled, settings.side(), channels));
            for (int row = 0; row < outputs.length; row++) {
                embeddings[start + row] = floats(HeadFunction.embedding(settings.head(), outputs[row]));
            }
        }
        return embeddings;
    }

    private static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }

    @Override
    public void close() {
        NativeMemory.release(graph);
    }
}
