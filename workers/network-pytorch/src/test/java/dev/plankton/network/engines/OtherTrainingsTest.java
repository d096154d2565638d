package dev.plankton.network.engines;

import static dev.plankton.network.testing.Stripes.NETWORK;
import static dev.plankton.network.testing.Stripes.POOL;
import static dev.plankton.network.testing.Stripes.SIDE;
import static dev.plankton.network.testing.Stripes.images;
import static dev.plankton.network.testing.Stripes.round;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.plankton.contracts.BadInputException;
import dev.plankton.contracts.choices.Augment;
import dev.plankton.contracts.choices.BatchNorm;
import dev.plankton.contracts.choices.EmbeddingEngine;
import dev.plankton.contracts.choices.Loss;
import dev.plankton.contracts.choices.Miner;
import dev.plankton.contracts.choices.NetworkEngine;
import dev.plankton.contracts.choices.Precision;
import dev.plankton.contracts.choices.Sampling;
import dev.plankton.contracts.choices.TrainedPart;
import dev.plankton.network.architecture.NetworkSettings;
import dev.plankton.network.checkpoint.Checkpoint;
import dev.plankton.network.data.Symmetries;
import dev.plankton.network.engine.Embedder;
import dev.plankton.network.objective.LossSettings;
import dev.plankton.network.testing.DrawnCheckpoint;
import dev.plankton.network.training.Learner;
import dev.plankton.network.training.Trainer;
import dev.plankton.network.training.TrainingSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Losses of similarities, changed images, averaged weights and averaged embeddings, on a real engine. */
class OtherTrainingsTest {
    private static final Learner.Factory LEARNERS =
            BothEngines.ENGINES.named(NetworkEngine.DL4J).learners(Precision.FP32);

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(
            value = Loss.class,
            mode = Mode.EXCLUDE,
            names = {"STANDARD", "GEOMETRIC", "ALTERNATIVE"})
    void everyLossTellsTheClassesApart(Loss loss) throws Exception {
        Path file = folder.resolve("checkpoint");
        try (Trainer trainer = create(settings(loss, Augment.SYMMETRIES, 0))) {
            trainer.train(POOL, POOL, round(1, 60), progress -> {});
            trainer.save(file);
        }
        try (Embedder embedder = BothEngines.EMBEDDERS.open(file, EmbeddingEngine.ONNX_RUNTIME)) {
            float[][] embeddings = embedder.embed(images(POOL), SIDE);
            assertThat(TrainerTest.withNearestOfItsClass(embeddings)).isGreaterThan(0.85);
        }
    }

    /** The proxies and the average are also in a snapshot and in a checkpoint. */
    @Test
    void goingOnEqualsNotHavingStopped() throws Exception {
        TrainingSettings settings = settings(Loss.ARCFACE, Augment.FULL, 0.9);
        Path snapshot = folder.resolve("snapshot");
        Path afterOne = folder.resolve("one");
        Path straight = folder.resolve("straight");
        Path resumed = folder.resolve("resumed");
        try (Trainer trainer = create(settings)) {
            trainer.train(POOL, POOL, round(1, 13), progress -> {});
            trainer.save(afterOne);
            trainer.train(POOL, POOL, round(2, 24), progress -> {
                if (progress.step() == 12) {
                    write(trainer, snapshot);
                }
            });
            trainer.save(straight);
        }
        for (Path begun : List.of(afterOne, snapshot)) {
            try (Trainer trainer = Trainer.open(LEARNERS, begun, settings)) {
                trainer.train(POOL, POOL, round(2, 24), progress -> {});
                trainer.save(resumed);
            }
            assertThat(resumed).hasSameBinaryContentAs(straight);
        }
        Checkpoint ended = Checkpoint.read(straight);
        assertThat(ended.optimiser().objective()).hasSize(2 * 4);
        assertThat(ended.optimiser().unaveraged()).isNotEmpty();
    }

    private static void write(Trainer trainer, Path snapshot) {
        try {
            trainer.snapshot(snapshot);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In a training that goes on from a trained network, random directions would first spoil what it has learned. */
    @ParameterizedTest
    @EnumSource(
            value = Loss.class,
            names = {"STANDARD", "ARCFACE"})
    void directionsOfClassesBeginWhereTheirEmbeddingsAre(Loss loss) throws Exception {
        Path trained = folder.resolve("trained");
        try (Trainer trainer = create(settings(loss, Augment.SYMMETRIES, 0))) {
            trainer.train(POOL, POOL, round(1, 60), progress -> {});
            trainer.save(trained);
        }
        TrainingSettings next = settings(Loss.ARCFACE, Augment.SYMMETRIES, new TrainedPart.All(), 0, 4);
        Path snapshot = folder.resolve("begun");
        float random;
        float[] aimed;
        try (Trainer trainer = Trainer.startFrom(LEARNERS, trained, next)) {
            random = trainer.train(POOL, POOL, round(1, 1), progress -> {}).losses()[0];
        }
        try (Trainer trainer = Trainer.startFrom(LEARNERS, trained, next)) {
            trainer.beginFromMeans(POOL);
            aimed = trainer.train(POOL, POOL, round(1, 10), progress -> {
                        if (progress.step() == 5) {
                            write(trainer, snapshot);
                        }
                    })
                    .losses();
        }
        assertThat(random).isGreaterThan(1);
        assertThat(aimed[0]).isLessThan(random / 2);
        try (Trainer trainer = Trainer.open(LEARNERS, snapshot, next)) {
            trainer.beginFromMeans(POOL);
            assertThat(trainer.train(POOL, POOL, round(1, 10), progress -> {}).losses())
                    .as("directions that were learned stay")
                    .containsExactly(aimed);
        }
    }

    /** With a share of 0 at almost every step, the average is the last weights, so that both embed alike. */
    @Test
    void theAverageEmbedsAndTheWeightsGoOn() throws Exception {
        Path averaged = folder.resolve("averaged");
        Path plain = folder.resolve("plain");
        for (double decay : new double[] {0.9, 0}) {
            try (Trainer trainer = create(settings(Loss.STANDARD, Augment.SYMMETRIES, decay))) {
                trainer.train(POOL, POOL, round(1, 20), progress -> {});
                trainer.save(decay > 0 ? averaged : plain);
            }
        }
        Checkpoint mean = Checkpoint.read(averaged);
        Checkpoint last = Checkpoint.read(plain);
        String weights = "embedding/W";
        assertThat(mean.optimiser().unaveraged().get(weights))
                .containsExactly(last.parameters().get(weights));
        assertThat(mean.parameters().get(weights))
                .isNotEqualTo(last.parameters().get(weights));
        assertThat(last.optimiser().unaveraged()).isEmpty();
    }

    @Test
    void theMeanOfSymmetriesDoesNotDependOnHowAnImageLies() throws Exception {
        NetworkSettings network = NETWORK.withTestTimeSymmetries(true);
        Path file = DrawnCheckpoint.write(network, 1, folder.resolve("mean"));
        Path plain = DrawnCheckpoint.write(NETWORK, 1, folder.resolve("plain"));
        List<byte[]> images = images(POOL).subList(0, 6);
        List<byte[]> turned =
                images.stream().map(pixels -> Symmetries.apply(5, SIDE, pixels)).toList();
        try (Embedder embedder = BothEngines.EMBEDDERS.open(file, EmbeddingEngine.ONNX_RUNTIME);
                Embedder single = BothEngines.EMBEDDERS.open(plain, EmbeddingEngine.ONNX_RUNTIME)) {
            float[][] upright = embedder.embed(images, SIDE);
            float[][] lying = embedder.embed(turned, SIDE);
            double apart = 0;
            for (int i = 0; i < upright.length; i++) {
                assertThat(TrainerTest.squaredDistance(upright[i], lying[i])).isLessThan(1e-10);
                assertThat(TrainerTest.squaredDistance(upright[i], new float[8]))
                        .isCloseTo(1, within(1e-5));
                apart += TrainerTest.squaredDistance(single.embed(images, SIDE)[i], single.embed(turned, SIDE)[i]);
            }
            assertThat(apart).isGreaterThan(1e-6);
        }
    }

    @Test
    void featuresOfTheHeadAloneCannotBeChanged() {
        TrainingSettings head = settings(Loss.STANDARD, Augment.FULL, new TrainedPart.HeadOnly(), 0, 3);
        assertThatThrownBy(() -> Trainer.create(LEARNERS, NETWORK, head, Optional.empty()))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("augment is 'full' but train is 'head'");
    }

    private static Trainer create(TrainingSettings settings) {
        return Trainer.create(LEARNERS, NETWORK, settings, Optional.empty());
    }

    private static TrainingSettings settings(Loss loss, Augment augment, double decay) {
        return settings(loss, augment, new TrainedPart.All(), decay, 3);
    }

    private static TrainingSettings settings(Loss loss, Augment augment, TrainedPart part, double decay, long seed) {
        LossSettings of = new LossSettings(loss, Miner.SEMI_HARD, 0.2, 0.1, 8);
        return new TrainingSettings(
                of, 0.9, 1e-4, Sampling.BALANCED, 8, 4, 4, 5, part, BatchNorm.BATCH, augment, decay, seed);
    }
}
