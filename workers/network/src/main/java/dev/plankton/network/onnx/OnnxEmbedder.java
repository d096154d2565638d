package dev.plankton.network.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.plankton.contracts.choices.EmbeddingEngine;
import dev.plankton.network.architecture.NetworkSettings;
import dev.plankton.network.checkpoint.Checkpoint;
import dev.plankton.network.data.ScaledBatches;
import dev.plankton.network.engine.Embedder;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** An embedder on ONNX Runtime, which computes a checkpoint as {@link OnnxFile} describes it. */
public final class OnnxEmbedder implements Embedder {
    private static final OnnxFile.Origin NOT_KEPT = new OnnxFile.Origin("", List.of());

    private final NetworkSettings settings;
    private final OrtEnvironment environment;
    private final OrtSession session;

    private OnnxEmbedder(NetworkSettings settings, OrtEnvironment environment, OrtSession session) {
        this.settings = settings;
        this.environment = environment;
        this.session = session;
    }

    /**
     * @param threads number of threads that compute one batch together
     * @throws IOException if the file cannot be read, is not a checkpoint or cannot be loaded
     */
    public static Embedder open(Path file, int threads) throws IOException {
        Checkpoint checkpoint = Checkpoint.read(file);
        byte[] model = OnnxFile.model(file, checkpoint, NOT_KEPT).toByteArray();
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(threads);
            return new OnnxEmbedder(checkpoint.network(), environment, environment.createSession(model, options));
        } catch (OrtException e) {
            throw new IOException("ONNX Runtime cannot load %s: %s".formatted(file, e.getMessage()), e);
        }
    }

    @Override
    public EmbeddingEngine engine() {
        return EmbeddingEngine.ONNX_RUNTIME;
    }

    @Override
    public int dimensions() {
        return settings.dimensions();
    }

    @Override
    public float[][] embed(List<byte[]> images, int side) {
        return ScaledBatches.map(images, side, settings, this::run);
    }

    private float[][] run(List<byte[]> batch) {
        long[] shape = {batch.size(), 1, settings.side(), settings.side()};
        try (OnnxTensor input = OnnxTensor.createTensor(environment, greys(batch), shape);
                OrtSession.Result result = session.run(Map.of(OnnxModel.IMAGES, input))) {
            return (float[][]) result.get(0).getValue();
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime failed: " + e.getMessage(), e);
        }
    }

    private FloatBuffer greys(List<byte[]> batch) {
        FloatBuffer greys = FloatBuffer.allocate(batch.size() * settings.side() * settings.side());
        for (byte[] image : batch) {
            for (byte pixel : image) {
                greys.put(pixel & 0xFF);
            }
        }
        return greys.flip();
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime cannot release a network: " + e.getMessage(), e);
        }
    }
}
