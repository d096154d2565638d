package dev.plankton.network.classifier;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.plankton.contracts.formats.SizeUnit;
import dev.plankton.network.checkpoint.FloatArchive;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A trained classifier of embeddings; owns native memory until closed. One thread at a time. */
public final class Classifier implements AutoCloseable {
    private static final String SETTINGS = "classifier.json";
    private static final String PARAMETERS = "parameters.f32";
    /** Mean, deviation and weight of the size; between these two stands the column of pixel sizes, if there is one. */
    private static final String SIZE = "size";

    private static final String FLOATS = ".f32";
    private static final double NO_MOMENTUM = 0;
    /** What one deviation of the size counts inside the classifier: three seeds on 40 classes gained most with it. */
    private static final float SIZE_WEIGHT = 0.5f;

    private final Perceptron.Shape shape;
    private final Perceptron perceptron;
    private final Optional<SizeFeature> size;

    /** Vectors of shape images x dimensions and the class of each, from 0. */
    @SuppressWarnings("ArrayRecordComponent") // plain arrays are the point
    public record LabelledVectors(float[][] vectors, int[] labels) {}

    /**
     * The measures of one epoch, taken after it.
     *
     * @param epoch number of the epoch, from 1
     * @param trainLoss mean cross-entropy of the training vectors
     * @param trainAccuracy share of training vectors classified correctly, 0 to 1
     * @param validationLoss mean cross-entropy of the validation vectors
     * @param validationAccuracy share of validation vectors classified correctly, 0 to 1
     */
    public record Epoch(
            int epoch, double trainLoss, double trainAccuracy, double validationLoss, double validationAccuracy) {

        /** Called after every epoch. An exception ends the training. */
        @FunctionalInterface
        public interface Listener {
            void onEpoch(Epoch epoch) throws InterruptedException;
        }
    }

    /**
     * The result of training: the classifier after the epoch with the best validation accuracy; of equal epochs the
     * first.
     */
    public record Trained(Classifier classifier, List<Epoch> epochs, int bestEpoch) {
        public Trained {
            epochs = List.copyOf(epochs);
        }
    }

    /** @param perceptron the classifier owns it from now on */
    Classifier(Perceptron.Shape shape, Perceptron perceptron, Optional<SizeFeature> size) {
        this.shape = shape;
        this.perceptron = perceptron;
        this.size = size;
    }

    /**
     * Trains all epochs and keeps the best. The same input gives the same classifier.
     *
     * @param size how the last value of each vector was made, if it is the size of the image
     * @throws dev.plankton.contracts.BadInputException if the training diverges
     * @throws IllegalArgumentException if the vectors do not fit together
     */
    public static Trained train(
            Perceptron.Factory engine,
            ClassifierSettings settings,
            LabelledVectors train,
            LabelledVectors validation,
            int classes,
            Optional<SizeFeature> size,
            Epoch.Listener listener)
            throws InterruptedException {
        return new ClassifierTraining(engine, settings, train, validation, classes, size).run(listener);
    }

    /** @throws IOException if the file cannot be read or is not a classifier */
    public static Classifier open(Perceptron.Factory engine, Path file) throws IOException {
        FloatArchive archive = FloatArchive.read(file, SETTINGS);
        Perceptron.Shape shape;
        try {
            shape = JsonMapper.builder().build().readValue(archive.settings(), Perceptron.Shape.class);
        } catch (JsonProcessingException e) {
            throw new IOException("%s is not a classifier: its settings cannot be read".formatted(file), e);
        }
        float[] parameters = archive.arrays().get(PARAMETERS);
        if (parameters == null || parameters.length != shape.parameters()) {
            throw new IOException("%s is not a classifier: its parameters do not fit".formatted(file));
        }
        return new Classifier(shape, engine.create(shape, parameters, NO_MOMENTUM), size(file, archive));
    }

    private static Optional<SizeFeature> size(Path file, FloatArchive archive) throws IOException {
        Optional<String> name = archive.arrays().keySet().stream()
                .filter(entry -> entry.startsWith(SIZE) && entry.endsWith(FLOATS))
                .findFirst();
        if (name.isEmpty()) {
            return Optional.empty();
        }
        String column = name.get().substring(SIZE.length(), name.get().length() - FLOATS.length());
        SizeUnit unit = new SizeUnit(column.replaceFirst("^/", ""));
        float[] values = Objects.requireNonNull(archive.arrays().get(name.get()));
        if (values.length != 3) {
            throw new IOException(
                    "%s is not a classifier: its size feature has %d values".formatted(file, values.length));
        }
        try {
            return Optional.of(new SizeFeature(unit, values[0], values[1], values[2]));
        } catch (IllegalArgumentException e) {
            throw new IOException("%s is not a classifier: %s".formatted(file, e.getMessage()), e);
        }
    }

    /** How the last value of each vector must be made, if it is the size of the image. */
    public Optional<SizeFeature> size() {
        return size;
    }

    /**
     * The probability of each class.
     *
     * @param vectors shape images x dimensions
     * @return shape images x classes, each row adds up to 1
     */
    public float[][] probabilities(float[][] vectors) {
        return perceptron.probabilities(weighed(size, vectors));
    }

    /**
     * The outputs before the softmax.
     *
     * @param vectors shape images x dimensions
     * @return shape images x classes; the softmax of a row are its {@link #probabilities}
     */
    public double[][] logits(float[][] vectors) {
        Logits logits = new Logits(shape, perceptron.parameters());
        return Arrays.stream(weighed(size, vectors)).parallel().map(logits::of).toArray(double[][]::new);
    }

    /** The vectors as the perceptron takes them. */
    static float[][] weighed(Optional<SizeFeature> size, float[][] vectors) {
        return size.map(last -> last.weighing(vectors, SIZE_WEIGHT)).orElse(vectors);
    }

    /** Writes the classifier; the same state gives the same bytes. */
    public void save(Path file) throws IOException {
        Map<String, float[]> arrays = new HashMap<>();
        arrays.put(PARAMETERS, perceptron.parameters());
        size.ifPresent(
                made -> arrays.put(sizeEntry(made.unit()), new float[] {made.mean(), made.deviation(), made.weight()}));
        new FloatArchive(SETTINGS, JsonMapper.builder().build().writeValueAsString(shape), arrays).write(file);
    }

    private static String sizeEntry(SizeUnit unit) {
        return SIZE + (unit.equals(SizeUnit.PIXELS) ? "" : "/" + unit.column()) + FLOATS;
    }

    @Override
    public void close() {
        perceptron.close();
    }
}
