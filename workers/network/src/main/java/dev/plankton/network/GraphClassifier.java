package dev.plankton.network;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** A classifier on a DL4J graph of stock layers. */
final class GraphClassifier implements Classifier {
    private static final String SETTINGS = "classifier.json";
    private static final String PARAMETERS = "parameters.f32";
    private static final int BATCH = 512;

    /** What the graph is built from. */
    record Shape(int dimensions, int hiddenLayers, int units, int classes) {}

    private final Shape shape;
    private final ComputationGraph graph;

    /** @param graph owned from now on */
    GraphClassifier(Shape shape, ComputationGraph graph) {
        this.shape = shape;
        this.graph = graph;
    }

    static Classifier open(Path file) throws IOException {
        FloatArchive archive = FloatArchive.read(file, SETTINGS);
        Shape shape;
        try {
            shape = JsonMapper.builder().build().readValue(archive.settings(), Shape.class);
        } catch (JsonProcessingException e) {
            throw new IOException("%s is not a classifier: its settings cannot be read".formatted(file), e);
        }
        float[] parameters = archive.arrays().get(PARAMETERS);
        ComputationGraph graph = ClassifierGraph.build(shape);
        if (parameters == null || parameters.length != graph.numParams()) {
            NativeMemory.release(graph);
            throw new IOException("%s is not a classifier: its parameters do not fit".formatted(file));
        }
        NativeMemory.copy(parameters, graph.params());
        return new GraphClassifier(shape, graph);
    }

    @Override
    public float[][] probabilities(float[][] vectors) {
        float[][] probabilities = new float[vectors.length][];
        for (int start = 0; start < vectors.length; start += BATCH) {
            float[][] part = Arrays.copyOfRange(vectors, start, Math.min(vectors.length, start + BATCH));
            try (INDArray rows = Nd4j.createFromArray(part);
                    INDArray outputs = graph.outputSingle(rows)) {
                float[][] found = outputs.toFloatMatrix();
                System.arraycopy(found, 0, probabilities, start, found.length);
            }
        }
        return probabilities;
    }

    @Override
    public void save(Path file) throws IOException {
        new FloatArchive(
                        SETTINGS,
                        JsonMapper.builder().build().writeValueAsString(shape),
                        Map.of(PARAMETERS, NativeMemory.floats(graph.params())))
                .write(file);
    }

    @Override
    public void close() {
        NativeMemory.release(graph);
    }
}
