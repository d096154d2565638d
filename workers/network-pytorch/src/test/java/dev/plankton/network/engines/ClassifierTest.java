package dev.plankton.network.engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.plankton.contracts.choices.NetworkEngine;
import dev.plankton.contracts.formats.SizeUnit;
import dev.plankton.network.checkpoint.FloatArchive;
import dev.plankton.network.classifier.Classifier;
import dev.plankton.network.classifier.Classifier.Epoch;
import dev.plankton.network.classifier.Classifier.LabelledVectors;
import dev.plankton.network.classifier.Classifier.Trained;
import dev.plankton.network.classifier.ClassifierSettings;
import dev.plankton.network.classifier.SizeFeature;
import dev.plankton.network.engine.TrainingEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(
        value = NetworkEngine.class,
        names = {"DL4J", "PYTORCH"})
class ClassifierTest {
    private final TrainingEngine engine;

    private static final int CLASSES = 3;
    private static final ClassifierSettings SETTINGS = new ClassifierSettings(2, 32, 0.05, 0.9, 16, 12, 0, 0, 4);

    @TempDir
    Path folder;

    ClassifierTest(NetworkEngine name) {
        engine = BothEngines.ENGINES.named(name);
    }

    /** Clouds around the corners of a triangle in eight dimensions; the last class lies on both sides of the others. */
    private static LabelledVectors clouds(long seed, int count) {
        SplittableRandom random = new SplittableRandom(seed);
        float[][] vectors = new float[count][8];
        int[] labels = new int[count];
        for (int i = 0; i < count; i++) {
            labels[i] = i % CLASSES;
            double centre = labels[i] < 2 ? labels[i] : random.nextBoolean() ? -1 : 2;
            for (int j = 0; j < vectors[i].length; j++) {
                vectors[i][j] = (float) (centre + 0.15 * random.nextGaussian());
            }
        }
        return new LabelledVectors(vectors, labels);
    }

    @Test
    void learnsClassesThatNoPlaneSeparatesAndKeepsTheFirstBestEpoch() throws Exception {
        LabelledVectors validation = clouds(2, 90);
        Trained trained = Classifier.train(
                engine.perceptrons(), SETTINGS, clouds(1, 300), validation, CLASSES, Optional.empty(), epoch -> {});
        try (Classifier classifier = trained.classifier()) {
            assertThat(trained.epochs()).hasSize(SETTINGS.epochs());
            double best = trained.epochs().get(trained.bestEpoch() - 1).validationAccuracy();
            assertThat(best).isGreaterThan(0.95);
            for (Classifier.Epoch epoch : trained.epochs()) {
                assertThat(epoch.validationAccuracy()).isLessThanOrEqualTo(best);
                if (epoch.epoch() < trained.bestEpoch()) {
                    assertThat(epoch.validationAccuracy()).isLessThan(best);
                }
            }
            assertThat(accuracy(classifier, validation)).isEqualTo(best);
        }
    }

    /** They are not computed by the engine, so they must agree with what it computes. */
    @Test
    void theProbabilitiesAreTheSoftmaxOfTheLogits() throws Exception {
        float[][] vectors = clouds(3, 40).vectors();
        try (Classifier classifier = trained(clouds(2, 30))) {
            double[][] logits = classifier.logits(vectors);
            float[][] probabilities = classifier.probabilities(vectors);
            for (int row = 0; row < vectors.length; row++) {
                double sum = Arrays.stream(logits[row]).map(Math::exp).sum();
                for (int c = 0; c < CLASSES; c++) {
                    assertThat(Math.exp(logits[row][c]) / sum).isCloseTo(probabilities[row][c], within(1e-5));
                }
            }
        }
    }

    @Test
    void endsOnceNoEpochWasBetterForAsLongAsThePatience() throws Exception {
        Trained whole = trained(SETTINGS);
        Trained ended = trained(new ClassifierSettings(2, 32, 0.05, 0.9, 16, 12, 2, 0, 4));

        assertThat(ended.epochs())
                .hasSize(ended.bestEpoch() + 2)
                .isEqualTo(whole.epochs().subList(0, ended.epochs().size()));
    }

    @Test
    void endsWithTheEpochThatReachesTheMostBatches() throws Exception {
        List<Epoch> whole = trained(SETTINGS).epochs();

        // 300 vectors are 19 batches of 16.
        assertThat(trained(new ClassifierSettings(2, 32, 0.05, 0.9, 16, 12, 0, 57, 4))
                        .epochs())
                .isEqualTo(whole.subList(0, 3));
        assertThat(trained(new ClassifierSettings(2, 32, 0.05, 0.9, 16, 12, 0, 58, 4))
                        .epochs())
                .isEqualTo(whole.subList(0, 4));
    }

    private Trained trained(ClassifierSettings settings) throws InterruptedException {
        Trained trained = Classifier.train(
                engine.perceptrons(), settings, clouds(1, 300), clouds(2, 90), CLASSES, Optional.empty(), epoch -> {});
        trained.classifier().close();
        return trained;
    }

    @Test
    void sameInputGivesTheSameFileAndTheFileTheSameProbabilities() throws Exception {
        Path first = folder.resolve("first");
        Path second = folder.resolve("second");
        LabelledVectors validation = clouds(2, 30);
        float[][] expected;
        try (Classifier classifier = trained(validation)) {
            classifier.save(first);
            expected = classifier.probabilities(validation.vectors());
        }
        try (Classifier classifier = trained(validation)) {
            classifier.save(second);
        }
        assertThat(second).hasSameBinaryContentAs(first);
        try (Classifier opened = Classifier.open(engine.perceptrons(), first)) {
            assertThat(opened.probabilities(validation.vectors())).isDeepEqualTo(expected);
        }
        for (float[] row : expected) {
            float sum = 0;
            for (float probability : row) {
                sum += probability;
            }
            assertThat(sum).isBetween(0.99999f, 1.00001f);
        }
    }

    private Classifier trained(LabelledVectors validation) throws InterruptedException {
        return trained(validation, Optional.empty());
    }

    private Classifier trained(LabelledVectors validation, Optional<SizeFeature> size) throws InterruptedException {
        return Classifier.train(engine.perceptrons(), SETTINGS, clouds(1, 100), validation, CLASSES, size, epoch -> {})
                .classifier();
    }

    @Test
    void theFileSaysHowTheSizeOfAnImageEnters() throws Exception {
        Path file = folder.resolve("sized");
        SizeFeature size = new SizeFeature(new SizeUnit("acq_pixel"), 6.5f, 1.25f, 0.2f);
        try (Classifier classifier = trained(clouds(2, 30), Optional.of(size))) {
            classifier.save(file);
        }
        try (Classifier opened = Classifier.open(engine.perceptrons(), file)) {
            assertThat(opened.size()).contains(size);
        }

        FloatArchive archive = FloatArchive.read(file, "classifier.json");
        Map<String, float[]> arrays = new HashMap<>(archive.arrays());
        arrays.put("size/acq_pixel.f32", new float[] {6.5f, 0, 0.2f});
        new FloatArchive("classifier.json", archive.settings(), arrays).write(file);
        assertThatThrownBy(() -> Classifier.open(engine.perceptrons(), file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is not a classifier: no size can be measured");
    }

    @Test
    void refusesOtherFilesAndLabelsOutOfRange() throws Exception {
        Path other = Files.writeString(folder.resolve("other"), "no archive");
        assertThatThrownBy(() -> Classifier.open(engine.perceptrons(), other)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> Classifier.train(
                        engine.perceptrons(), SETTINGS, clouds(1, 9), clouds(2, 9), 2, Optional.empty(), epoch -> {}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a training vector of class 2 among 2 classes");
    }

    @Test
    void stopsWhenTheListenerIsInterrupted() {
        assertThatThrownBy(() -> Classifier.train(
                        engine.perceptrons(),
                        SETTINGS,
                        clouds(1, 90),
                        clouds(2, 9),
                        CLASSES,
                        Optional.empty(),
                        epoch -> {
                            throw new InterruptedException("stop");
                        }))
                .isInstanceOf(InterruptedException.class);
    }

    private static double accuracy(Classifier classifier, LabelledVectors set) {
        float[][] probabilities = classifier.probabilities(set.vectors());
        int right = 0;
        for (int i = 0; i < probabilities.length; i++) {
            int likeliest = 0;
            for (int label = 1; label < CLASSES; label++) {
                likeliest = probabilities[i][label] > probabilities[i][likeliest] ? label : likeliest;
            }
            right += likeliest == set.labels()[i] ? 1 : 0;
        }
        return right / (double) probabilities.length;
    }
}
