package dev.plankton.steps.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plankton.contracts.BadInputException;
import dev.plankton.contracts.choices.Augment;
import dev.plankton.contracts.choices.Backbone;
import dev.plankton.contracts.choices.BatchNorm;
import dev.plankton.contracts.choices.Head;
import dev.plankton.contracts.choices.Loss;
import dev.plankton.contracts.choices.Miner;
import dev.plankton.contracts.choices.NetworkEngine;
import dev.plankton.contracts.choices.Normalisation;
import dev.plankton.contracts.choices.Precision;
import dev.plankton.contracts.choices.Sampling;
import dev.plankton.contracts.choices.TrainedPart;
import dev.plankton.contracts.ids.ArtifactId;
import dev.plankton.contracts.tasks.FeaturesTask;
import dev.plankton.engine.testing.DrawnDataset;
import dev.plankton.engine.testing.LocalContext;
import dev.plankton.network.architecture.InputScaling;
import dev.plankton.network.architecture.NetworkSettings;
import dev.plankton.network.checkpoint.FeatureHead;
import dev.plankton.network.checkpoint.FeatureTable;
import dev.plankton.network.checkpoint.PretrainedWeights;
import dev.plankton.network.embedding.Embedders;
import dev.plankton.network.engine.Embedder;
import dev.plankton.network.engine.Engines;
import dev.plankton.network.engine.TrainingEngine;
import dev.plankton.network.objective.LossSettings;
import dev.plankton.network.testing.SeededInception;
import dev.plankton.network.training.Trainer;
import dev.plankton.network.training.TrainingSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeaturesStepTest {
    private static final Engines ENGINES = Engines.load();
    private static final TrainingEngine ENGINE = ENGINES.any();
    private static final long SEED = 7;
    private static final int SIDE = 80;

    private final FeaturesStep step = new FeaturesStep(ENGINES, new Embedders(ENGINES, Map.of()));

    @TempDir
    Path folder;

    private LocalContext context;
    private DrawnDataset dataset;

    @BeforeEach
    void publish() throws Exception {
        context = new LocalContext(folder);
        dataset = DrawnDataset.publish(context, 3, 4, 2, 1, SIDE, 1);
    }

    private FeaturesTask.Input input(Backbone backbone, String features, int side, Optional<ArtifactId> weights) {
        return new FeaturesTask.Input(
                dataset.id(),
                backbone,
                features,
                side,
                weights,
                Normalisation.IMAGENET,
                new TrainedPart.HeadOnly(),
                NetworkEngine.AUTO,
                SEED);
    }

    private FeatureTable table(FeaturesTask.Input input) throws Exception {
        FeaturesTask.Output output = context.run(step, input);
        return FeatureTable.read(context.artifacts().fetch(output.features().orElseThrow()));
    }

    /** Holds features to a network that is whole: its head on them must give its embeddings of the images. */
    private void assertFeaturesOf(
            NetworkSettings network, Optional<PretrainedWeights> weights, long seed, FeatureTable table)
            throws Exception {
        Path checkpoint = folder.resolve("checkpoint");
        TrainingSettings training = new TrainingSettings(
                LossSettings.ofTriplets(Loss.STANDARD, Miner.SEMI_HARD, 0.2),
                0.9,
                0,
                Sampling.BALANCED,
                20,
                4,
                3,
                5,
                new TrainedPart.All(),
                BatchNorm.BATCH,
                Augment.SYMMETRIES,
                0,
                seed);
        try (Trainer trainer = Trainer.create(ENGINE.learners(Precision.FP32), network, training, weights)) {
            trainer.save(checkpoint);
        }
        List<byte[]> images = IntStream.range(0, dataset.manifest().images().size())
                .mapToObj(dataset::pixels)
                .toList();
        float[][] byFeatures = FeatureHead.open(checkpoint).embed(table.rows());
        try (Embedder embedder = ENGINE.embedder(checkpoint)) {
            float[][] byImages = embedder.embed(images, SIDE);
            assertThat(byFeatures).hasDimensions(images.size(), network.dimensions());
            for (int image = 0; image < byImages.length; image++) {
                assertThat(byFeatures[image])
                        .usingComparatorWithPrecision(1e-5f)
                        .containsExactly(byImages[image]);
            }
        }
    }

    @Test
    void drawnBackbonesAreThoseOfTheSeedWhateverTheHead() throws Exception {
        FeatureTable table = table(input(Backbone.SMALL, "mixed1", 32, Optional.empty()));

        assertThat(table.dataset()).isEqualTo(dataset.id());
        assertFeaturesOf(
                new NetworkSettings(Backbone.SMALL, Head.SIGMOID, "mixed1", 32, 16, InputScaling.SIGNED),
                Optional.empty(),
                SEED,
                table);
    }

    @Test
    void pretrainedBackbonesAreThoseOfTheWeightsAndTheirScaling() throws Exception {
        PretrainedWeights weights = new PretrainedWeights("seeded", InputScaling.UNIT, SeededInception.arrays());
        Path file = folder.resolve("weights");
        weights.write(file);
        ArtifactId id = context.artifacts().publish("weights", file);

        assertFeaturesOf(
                new NetworkSettings(Backbone.INCEPTION_V3, Head.SPHERE, "mixed0", 75, 8, InputScaling.UNIT),
                Optional.of(weights),
                SEED + 1,
                table(input(Backbone.INCEPTION_V3, "mixed0", 75, Optional.of(id))));
    }

    @Test
    void theSeedCountsForDrawnWeightsAlone() {
        assertThat(ofSeed(1, Optional.of(dataset.id()))).isEqualTo(ofSeed(2, Optional.of(dataset.id())));
        assertThat(ofSeed(1, Optional.empty())).isNotEqualTo(ofSeed(2, Optional.empty()));
    }

    private FeaturesTask.Input ofSeed(long seed, Optional<ArtifactId> weights) {
        return new FeaturesTask.Input(
                dataset.id(),
                Backbone.INCEPTION_V3,
                "mixed8",
                299,
                weights,
                Normalisation.IMAGENET,
                new TrainedPart.HeadOnly(),
                NetworkEngine.AUTO,
                seed);
    }

    @Test
    void nothingIsReadIfMoreThanTheHeadIsTrained() throws Exception {
        for (String train : List.of("all", "from:mixed1")) {
            ArtifactId none = new ArtifactId("e".repeat(64));
            FeaturesTask.Input input = new FeaturesTask.Input(
                    none,
                    Backbone.SMALL,
                    "mixed1",
                    32,
                    Optional.of(none),
                    Normalisation.IMAGENET,
                    TrainedPart.parse(train),
                    NetworkEngine.AUTO,
                    SEED);
            assertThat(context.run(step, input)).isEqualTo(new FeaturesTask.Output(Optional.empty()));
        }
    }

    @Test
    void aCancelledRunPublishesNothing() {
        context.cancel();
        int rows = context.history().all(Record.class).size();

        assertThatThrownBy(() -> context.run(step, input(Backbone.SMALL, "mixed1", 32, Optional.empty())))
                .isInstanceOf(InterruptedException.class);
        assertThat(context.history().all(Record.class)).hasSize(rows);
    }

    @Test
    void whatCannotBeComputedIsRefusedInOneSentence() {
        assertThatThrownBy(() -> context.run(step, input(Backbone.SMALL, "mixed1", 96, Optional.empty())))
                .isInstanceOf(BadInputException.class)
                .hasMessage("The images have a side of 80 pixels, but the network needs 96; use larger images or a"
                        + " networkSide of at most 80.");
        assertThatThrownBy(
                        () -> context.run(step, input(Backbone.INCEPTION_V3, "mixed0", 75, Optional.of(dataset.id()))))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("holds no pretrained weights of Inception v3");
    }
}
