package dev.plankton.network.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import dev.plankton.contracts.BadInputException;
import dev.plankton.contracts.choices.Normalisation;
import dev.plankton.network.data.AreaScaler;
import dev.plankton.network.engine.FeatureExtractor;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A backbone from an ONNX file, on ONNX Runtime. */
public final class OnnxBackbone implements FeatureExtractor {
    private static final int BATCH = 16;

    private final OnnxBackboneFile description;
    private final Normalisation normalise;
    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;

    private OnnxBackbone(OnnxBackboneFile description, Normalisation normalise, OrtSession session) {
        this.description = description;
        this.normalise = normalise;
        this.session = session;
    }

    /**
     * @param file as {@link OnnxBackboneImport} wrote it
     * @param threads number of threads that compute one batch together
     * @throws IOException if the file cannot be read or loaded
     */
    public static OnnxBackbone open(Path file, Normalisation normalise, int threads) throws IOException {
        OnnxBackboneFile description = OnnxBackboneFile.read(file);
        try (OrtSession.SessionOptions options = quiet()) {
            options.setIntraOpNumThreads(threads);
            return new OnnxBackbone(
                    description, normalise, OrtEnvironment.getEnvironment().createSession(file.toString(), options));
        } catch (OrtException e) {
            throw new IOException("ONNX Runtime cannot load %s: %s".formatted(file, e.getMessage()), e);
        }
    }

    /** Without warnings of how a file could be tidier; what makes it unusable is thrown. The caller must close them. */
    static OrtSession.SessionOptions quiet() throws OrtException {
        OrtSession.SessionOptions options = new OrtSession.SessionOptions();
        options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
        return options;
    }

    /** Number of features of a first, black image. */
    int tried() {
        return run(List.of(new byte[description.side() * description.side()]))[0].length;
    }

    @Override
    public float[][] features(List<byte[]> images, int side) {
        int own = description.side();
        if (side < own) {
            throw new BadInputException(
                    "The images have a side of %d pixels, but the ONNX file takes %d; use a dataset with side %d or more."
                            .formatted(side, own, own));
        }
        List<float[]> rows = new ArrayList<>();
        for (int from = 0; from < images.size(); from += BATCH) {
            rows.addAll(List.of(run(images.subList(from, Math.min(images.size(), from + BATCH)).stream()
                    .map(image -> AreaScaler.scale(image, side, own))
                    .toList())));
        }
        return rows.toArray(float[][]::new);
    }

    private float[][] run(List<byte[]> batch) {
        long[] shape = {batch.size(), description.channels(), description.side(), description.side()};
        try (OnnxTensor input = OnnxTensor.createTensor(environment, values(batch), shape);
                OrtSession.Result result =
                        session.run(Map.of(description.input(), input), Set.of(description.output()))) {
            return pooled((OnnxTensor) result.get(0), batch.size());
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime failed: " + e.getMessage(), e);
        }
    }

    private FloatBuffer values(List<byte[]> batch) {
        int pixels = description.side() * description.side();
        FloatBuffer values = FloatBuffer.allocate(batch.size() * description.channels() * pixels);
        for (byte[] image : batch) {
            for (int channel = 0; channel < description.channels(); channel++) {
                for (byte pixel : image) {
                    values.put(normalise.apply(pixel & 0xFF, channel));
                }
            }
        }
        return values.flip();
    }

    /** One row for each image; the mean over height and width if the output has them. */
    private float[][] pooled(OnnxTensor output, int images) {
        long[] shape = output.getInfo().getShape();
        if ((shape.length != 2 && shape.length != 4) || shape[0] != images || shape[1] < 1) {
            throw new IllegalStateException(
                    "output %s is neither N x features nor N x features x height x width; choose another with --output"
                            .formatted(description.output()));
        }
        FloatBuffer values = output.getFloatBuffer();
        int area = shape.length == 2 ? 1 : (int) (shape[2] * shape[3]);
        float[][] rows = new float[images][(int) shape[1]];
        for (float[] row : rows) {
            for (int feature = 0; feature < row.length; feature++) {
                double sum = 0;
                for (int i = 0; i < area; i++) {
                    sum += values.get();
                }
                row[feature] = (float) (sum / area);
            }
        }
        return rows;
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
