package dev.plankton.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plankton.network.Backbone;
import dev.plankton.network.BatchNorm;
import dev.plankton.network.Embedder;
import dev.plankton.network.Engine;
import dev.plankton.network.FeatureHead;
import dev.plankton.network.FeatureTable;
import dev.plankton.network.Head;
import dev.plankton.network.InputScaling;
import dev.plankton.network.Loss;
import dev.plankton.network.Miner;
import dev.plankton.network.NetworkSettings;
import dev.plankton.network.SeededInception;
import dev.plankton.network.TrainedPart;
import dev.plankton.network.Trainer;
import dev.plankton.network.TrainingSettings;
import dev.plankton.network.weights.PretrainedWeights;
import dev.plankton.runtime.step.BadInputException;
import dev.plankton.runtime.store.ArtifactId;
import dev.plankton.runtime.testing.DrawnDataset;
import dev.plankton.runtime.testing.LocalContext;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeaturesStepTest {
    private static final long SEED = 7;
    private static final int SIDE = 80;

    private final FeaturesStep step = new FeaturesStep();

    @TempDir
    Path folder;

    private LocalContext context;
    private DrawnDataset dataset;

    @BeforeEach
    void publish() throws Exception {
        context = new LocalContext(folder);
        dataset = DrawnDataset.publish(context, 3, 4, 2, 1, SIDE, 1);
    }

    private FeaturesInput input(String backbone, String features, int side, String weights) {
        return new FeaturesInput(dataset.id().sha256(), backbone, features, side, weights, "head", SEED);
    }

    private FeatureTable table(FeaturesInput input) throws Exception {
        FeaturesOutput output = context.run(step, input);
        return FeatureTable.read(context.artifacts().fetch(new ArtifactId(output.features())));
    }

    /** Holds features to a network that is whole: its head on them must give its embeddings of the images. */
    private void assertFeaturesOf(
            NetworkSettings network, Optional<PretrainedWeights> weights, long seed, FeatureTable table)
            throws Exception {
        Path checkpoint = folder.resolve("checkpoint");
        TrainingSettings training = new TrainingSettings(
                Loss.STANDARD, Miner.SEMI_HARD, 0.2, 0.9, 0, 20, 4, 3, 5, new TrainedPart.All(), BatchNorm.BATCH, seed);
        try (Trainer trainer = Trainer.create(network, training, weights)) {
            trainer.save(checkpoint);
        }
        List<byte[]> images = IntStream.range(0, dataset.manifest().images().size())
                .mapToObj(dataset::pixels)
                .toList();
        float[][] byFeatures = FeatureHead.open(checkpoint).embed(table.rows());
        try (Embedder embedder = Embedder.open(checkpoint, Engine.DL4J)) {
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
        FeatureTable table = table(input("small", "mixed1", 32, "none"));

        assertThat(table.dataset()).isEqualTo(dataset.id().sha256());
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
        String id = context.artifacts().publish("weights", file).sha256();

        assertFeaturesOf(
                new NetworkSettings(Backbone.INCEPTION_V3, Head.SPHERE, "mixed0", 75, 8, InputScaling.UNIT),
                Optional.of(weights),
                SEED + 1,
                table(input("inception-v3", "mixed0", 75, id)));
    }

    @Test
    void theSeedCountsForDrawnWeightsAlone() {
        assertThat(new FeaturesInput("d", "inception-v3", "mixed8", 299, "w", "head", 1))
                .isEqualTo(new FeaturesInput("d", "inception-v3", "mixed8", 299, "w", "head", 2));
        assertThat(new FeaturesInput("d", "small", "mixed1", 32, "none", "head", 1))
                .isNotEqualTo(new FeaturesInput("d", "small", "mixed1", 32, "none", "head", 2));
    }

    @Test
    void nothingIsReadIfMoreThanTheHeadIsTrained() throws Exception {
        for (String train : List.of("all", "from:mixed1")) {
            FeaturesInput input = new FeaturesInput("no dataset", "small", "mixed1", 32, "no weights", train, SEED);
            assertThat(context.run(step, input)).isEqualTo(new FeaturesOutput(""));
        }
    }

    @Test
    void aCancelledRunPublishesNothing() {
        context.cancel();
        int rows = context.history().all(Record.class).size();

        assertThatThrownBy(() -> context.run(step, input("small", "mixed1", 32, "none")))
                .isInstanceOf(InterruptedException.class);
        assertThat(context.history().all(Record.class)).hasSize(rows);
    }

    @Test
    void whatCannotBeComputedIsRefusedInOneSentence() {
        assertThatThrownBy(() -> context.run(step, input("small", "mixed1", 96, "none")))
                .isInstanceOf(BadInputException.class)
                .hasMessage("The features cannot be computed as asked for: images of side 80 are smaller than the"
                        + " network's 96: embed them at side 96 or more.");
        assertThatThrownBy(() -> context.run(
                        step, input("inception-v3", "mixed0", 75, dataset.id().sha256())))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("holds no pretrained weights of Inception v3");
    }
}
