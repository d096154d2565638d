package dev.plankton.network.engines;

import static dev.plankton.network.testing.Stripes.NETWORK;
import static dev.plankton.network.testing.Stripes.POOL;
import static dev.plankton.network.testing.Stripes.SIDE;
import static dev.plankton.network.testing.Stripes.TRAINING;
import static dev.plankton.network.testing.Stripes.images;
import static dev.plankton.network.testing.Stripes.round;
import static dev.plankton.network.testing.Stripes.training;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plankton.contracts.choices.BatchNorm;
import dev.plankton.contracts.choices.Miner;
import dev.plankton.contracts.choices.NetworkEngine;
import dev.plankton.contracts.choices.Precision;
import dev.plankton.contracts.choices.TrainedPart;
import dev.plankton.network.checkpoint.Checkpoint;
import dev.plankton.network.checkpoint.FeatureHead;
import dev.plankton.network.checkpoint.FirstParameters;
import dev.plankton.network.data.TrainingExamples;
import dev.plankton.network.data.TrainingPool;
import dev.plankton.network.engine.Embedder;
import dev.plankton.network.engine.FeatureExtractor;
import dev.plankton.network.engine.TrainingEngine;
import dev.plankton.network.training.Trainer;
import dev.plankton.network.training.TrainingSettings;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(
        value = NetworkEngine.class,
        names = {"DL4J", "PYTORCH"})
class TrainedPartTest {
    private final TrainingEngine engine;

    @TempDir
    Path folder;

    TrainedPartTest(NetworkEngine name) {
        engine = BothEngines.ENGINES.named(name);
    }

    @Test
    void onlyThePartThatIsAskedForLearns() throws Exception {
        Path before = folder.resolve("before");
        Path after = folder.resolve("after");
        TrainingSettings upper = training(Miner.SEMI_HARD, 0.2, new TrainedPart.From("mixed2"), BatchNorm.BATCH);
        try (Trainer trainer = Trainer.create(engine.learners(Precision.FP32), NETWORK, upper, Optional.empty())) {
            trainer.save(before);
            trainer.train(POOL, POOL, round(1, 3), progress -> {});
            trainer.save(after);
        }
        Checkpoint trained = Checkpoint.read(after);
        Checkpoint.read(before).parameters().forEach((name, values) -> {
            boolean learns = name.startsWith("mixed2") || name.startsWith("embedding");
            assertThat(Arrays.equals(trained.parameters().get(name), values))
                    .as(name)
                    .isNotEqualTo(learns);
            assertThat(trained.optimiser().velocity().containsKey(name))
                    .as(name)
                    .isEqualTo(learns);
        });
    }

    @Test
    void frozenStatisticsStay() throws Exception {
        Path before = folder.resolve("before");
        Path after = folder.resolve("after");
        TrainingSettings frozen = training(Miner.SEMI_HARD, 0.2, new TrainedPart.All(), BatchNorm.FROZEN);
        try (Trainer trainer = Trainer.create(engine.learners(Precision.FP32), NETWORK, frozen, Optional.empty())) {
            trainer.save(before);
            trainer.train(POOL, POOL, round(1, 3), progress -> {});
            trainer.save(after);
        }
        Checkpoint trained = Checkpoint.read(after);
        Checkpoint.read(before)
                .parameters()
                .forEach((name, values) -> assertThat(
                                Arrays.equals(trained.parameters().get(name), values))
                        .as(name)
                        .isEqualTo(name.endsWith("/mean") || name.endsWith("/variance")));
    }

    @Test
    void theHeadAloneLearnsFromFeatures() throws Exception {
        Path file = folder.resolve("checkpoint");
        float[][] features;
        try (FeatureExtractor extractor =
                engine.features(NETWORK, FirstParameters.of(NETWORK, TRAINING.seed(), Optional.empty()))) {
            features = extractor.features(images(POOL), SIDE);
        }
        TrainingPool pool = new TrainingPool(
                new TrainingExamples.Features(features), POOL.labels(), POOL.samples(), POOL.symmetries());
        TrainingSettings head = training(Miner.SEMI_HARD, 0.2, new TrainedPart.HeadOnly(), BatchNorm.BATCH);
        try (Trainer trainer = Trainer.create(engine.learners(Precision.FP32), NETWORK, head, Optional.empty())) {
            trainer.train(pool, pool, round(1, 60), progress -> {});
            trainer.save(file);
            assertThatThrownBy(() -> trainer.train(POOL, POOL, round(2, 1), progress -> {}))
                    .hasMessageContaining("train head learns from features");
        }
        float[][] byFeatures = FeatureHead.open(file).embed(features);
        try (Embedder embedder = engine.embedder(file)) {
            float[][] byImages = embedder.embed(images(POOL), SIDE);
            for (int image = 0; image < byImages.length; image++) {
                assertThat(byFeatures[image])
                        .usingComparatorWithPrecision(1e-5f)
                        .containsExactly(byImages[image]);
            }
        }
    }
}
