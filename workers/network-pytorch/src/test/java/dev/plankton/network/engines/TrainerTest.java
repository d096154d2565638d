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
import static org.assertj.core.api.Assertions.within;

import dev.plankton.contracts.choices.Augment;
import dev.plankton.contracts.choices.Backbone;
import dev.plankton.contracts.choices.BatchNorm;
import dev.plankton.contracts.choices.Head;
import dev.plankton.contracts.choices.Loss;
import dev.plankton.contracts.choices.Miner;
import dev.plankton.contracts.choices.NetworkEngine;
import dev.plankton.contracts.choices.Precision;
import dev.plankton.contracts.choices.Sampling;
import dev.plankton.contracts.choices.TrainedPart;
import dev.plankton.network.architecture.InputScaling;
import dev.plankton.network.architecture.NetworkSettings;
import dev.plankton.network.engine.Embedder;
import dev.plankton.network.engine.TrainingEngine;
import dev.plankton.network.objective.LossSettings;
import dev.plankton.network.training.Round;
import dev.plankton.network.training.RoundResult;
import dev.plankton.network.training.Trainer;
import dev.plankton.network.training.TrainingProgress;
import dev.plankton.network.training.TrainingSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(
        value = NetworkEngine.class,
        names = {"DL4J", "PYTORCH"})
class TrainerTest {
    private final TrainingEngine engine;

    @TempDir
    Path folder;

    TrainerTest(NetworkEngine name) {
        engine = BothEngines.ENGINES.named(name);
    }

    @Test
    void learnsToTellTheClassesApart() throws Exception {
        Path file = folder.resolve("checkpoint");
        List<TrainingProgress> heard = new ArrayList<>();
        try (Trainer trainer = Trainer.create(engine.learners(Precision.FP32), NETWORK, TRAINING, Optional.empty())) {
            RoundResult result = trainer.train(POOL, POOL, round(1, 60), heard::add);
            assertThat(result.steps()).isEqualTo(60);
            assertThat(result.images()).isEqualTo(60 * 16);
            assertThat(result.losses()).hasSize(60);
            for (int step = 0; step < 60; step++) {
                assertThat(result.losses()[step])
                        .isEqualTo((float) heard.get(step).loss());
            }
            assertThat(result.validationLoss()).isPresent();
            trainer.save(file);
        }
        assertThat(heard).extracting(TrainingProgress::step).startsWith(1, 2, 3).hasSize(60);
        assertThat(heard.get(2).learningRate()).isCloseTo(0.03, within(1e-12));
        assertThat(heard.subList(4, 60)).allMatch(progress -> progress.learningRate() == 0.05);
        assertThat(heard).allMatch(progress -> progress.meanPairwiseDistance() > 0.1);
        try (Embedder embedder = engine.embedder(file)) {
            float[][] embeddings = embedder.embed(images(POOL), SIDE);
            for (float[] embedding : embeddings) {
                assertThat(Math.sqrt(squaredDistance(embedding, new float[8]))).isCloseTo(1, within(1e-6));
            }
            assertThat(withNearestOfItsClass(embeddings)).isGreaterThan(0.9);
        }
    }

    @Test
    void goingOnFromACheckpointEqualsNotHavingStopped() throws Exception {
        Path afterOne = folder.resolve("one");
        Path straight = folder.resolve("straight");
        Path resumed = folder.resolve("resumed");
        try (Trainer trainer = Trainer.create(engine.learners(Precision.FP32), NETWORK, TRAINING, Optional.empty())) {
            trainer.train(POOL, POOL, round(1, 6), progress -> {});
            trainer.save(afterOne);
            trainer.train(POOL, POOL, round(2, 6), progress -> {});
            trainer.save(straight);
        }
        try (Trainer trainer = Trainer.open(engine.learners(Precision.FP32), afterOne, TRAINING)) {
            assertThat(trainer.network()).isEqualTo(NETWORK);
            trainer.train(POOL, POOL, round(2, 6), progress -> {});
            trainer.save(resumed);
        }
        assertThat(resumed).hasSameBinaryContentAs(straight);
        assertThat(Files.readAllBytes(afterOne)).isNotEqualTo(Files.readAllBytes(straight));
    }

    @Test
    void goingOnFromASnapshotEqualsNotHavingStopped() throws Exception {
        Path snapshot = folder.resolve("snapshot");
        Path straight = folder.resolve("straight");
        Path resumed = folder.resolve("resumed");
        RoundResult whole;
        try (Trainer trainer = Trainer.create(engine.learners(Precision.FP32), NETWORK, TRAINING, Optional.empty())) {
            trainer.train(POOL, POOL, round(1, 4), progress -> {});
            whole = trainer.train(POOL, POOL, round(2, 7), progress -> {
                if (progress.step() == 3) {
                    write(trainer, snapshot);
                }
            });
            trainer.save(straight);
        }
        List<Integer> steps = new ArrayList<>();
        try (Trainer trainer = Trainer.open(engine.learners(Precision.FP32), snapshot, TRAINING)) {
            RoundResult rest = trainer.train(POOL, POOL, round(2, 7), progress -> steps.add(progress.step()));
            trainer.save(resumed);
            assertThat(rest.loss()).isEqualTo(whole.loss());
            assertThat(rest.losses()).containsExactly(whole.losses()).hasSize(7);
            assertThat(rest.validationLoss()).isEqualTo(whole.validationLoss());
            assertThat(rest.images()).isEqualTo(whole.images());
        }
        assertThat(steps).containsExactly(4, 5, 6, 7);
        assertThat(resumed).hasSameBinaryContentAs(straight);
    }

    private static void write(Trainer trainer, Path snapshot) {
        try {
            trainer.snapshot(snapshot);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void weightsFollowFromTheSeed() throws Exception {
        assertThat(fresh(3)).isEqualTo(fresh(3)).isNotEqualTo(fresh(4));
    }

    private byte[] fresh(long seed) throws IOException {
        Path file = folder.resolve("fresh" + seed);
        try (Trainer trainer = Trainer.create(
                engine.learners(Precision.FP32),
                NETWORK,
                new TrainingSettings(
                        LossSettings.ofTriplets(Loss.STANDARD, Miner.RANDOM, 1),
                        0.9,
                        0,
                        Sampling.BALANCED,
                        8,
                        2,
                        2,
                        0,
                        new TrainedPart.All(),
                        BatchNorm.BATCH,
                        Augment.SYMMETRIES,
                        0,
                        seed),
                Optional.empty())) {
            trainer.save(file);
        }
        return Files.readAllBytes(file);
    }

    @Test
    void embeddingsDependOnTheImageAlone() throws Exception {
        Path file = folder.resolve("checkpoint");
        NetworkSettings sigmoid =
                new NetworkSettings(Backbone.SMALL, Head.SIGMOID, "avg_pool", SIDE, 8, InputScaling.SIGNED);
        TrainingSettings random = new TrainingSettings(
                LossSettings.ofTriplets(Loss.GEOMETRIC, Miner.RANDOM, 5),
                0.9,
                0,
                Sampling.BALANCED,
                8,
                2,
                2,
                0,
                new TrainedPart.All(),
                BatchNorm.BATCH,
                Augment.SYMMETRIES,
                0,
                1);
        try (Trainer trainer = Trainer.create(engine.learners(Precision.FP32), sigmoid, random, Optional.empty())) {
            trainer.train(POOL, POOL, new Round(1, 0.01, 5, 0), progress -> {});
            trainer.save(file);
        }
        List<byte[]> many = new ArrayList<>(images(POOL));
        many.addAll(images(POOL));
        try (Embedder embedder = engine.embedder(file)) {
            float[][] embeddings = embedder.embed(many, SIDE);
            float[][] alone = embedder.embed(images(POOL).subList(5, 6), SIDE);
            for (int i = 0; i < 8; i++) {
                assertThat(embeddings[5][i]).isBetween(0f, 1f);
                assertThat(alone[0][i]).isCloseTo(embeddings[5][i], within(1e-6f));
                assertThat(embeddings[images(POOL).size() + 5][i]).isCloseTo(embeddings[5][i], within(1e-6f));
            }
            assertThatThrownBy(() -> embedder.embed(List.of(new byte[64]), 8))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void stopsAtOnceWhenTheListenerIsInterrupted() {
        try (Trainer trainer = Trainer.create(engine.learners(Precision.FP32), NETWORK, TRAINING, Optional.empty())) {
            List<Integer> steps = new ArrayList<>();
            assertThatThrownBy(() -> trainer.train(POOL, POOL, round(1, 1000), progress -> {
                        steps.add(progress.step());
                        if (progress.step() == 2) {
                            throw new InterruptedException("stop");
                        }
                    }))
                    .isInstanceOf(InterruptedException.class);
            assertThat(steps).containsExactly(1, 2);
        }
    }

    @Test
    void refusesWhatIsNotACheckpoint() throws IOException {
        Path text = Files.writeString(folder.resolve("text"), "no checkpoint");
        Path damaged = folder.resolve("damaged");
        try (Trainer trainer = Trainer.create(engine.learners(Precision.FP32), NETWORK, TRAINING, Optional.empty())) {
            trainer.save(damaged);
        }
        byte[] bytes = Files.readAllBytes(damaged);
        bytes[bytes.length / 3] ^= 1; // among the parameters
        Files.write(damaged, bytes);
        for (Path file : List.of(text, damaged, folder.resolve("missing"))) {
            assertThatThrownBy(() -> Trainer.open(engine.learners(Precision.FP32), file, TRAINING))
                    .isInstanceOf(IOException.class);
            assertThatThrownBy(() -> engine.embedder(file)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void saysWhatItCannotBuild() {
        assertThatThrownBy(() -> network(Backbone.INCEPTION_V3, "avg_pool", 74))
                .hasMessage("networkSide must be 75 to 1024 for backbone inception-v3, but it is 74.");
        assertThatThrownBy(() -> network(Backbone.SMALL, "mixed7", 64))
                .hasMessage(
                        "features mixed7 are unknown to backbone small: use avg_pool or one of mixed0, mixed1, mixed2.");
        assertThatThrownBy(() -> NETWORK.frozenUpTo(new TrainedPart.From("mixed9")))
                .hasMessage(
                        "train from:mixed9 asks for a stage that the network does not have: use one of mixed0, mixed1, mixed2.");
        TrainingSettings wide = training(Miner.HARD, 5, new TrainedPart.All(), BatchNorm.BATCH);
        assertThatThrownBy(() -> Trainer.create(engine.learners(Precision.FP32), NETWORK, wide, Optional.empty()))
                .hasMessageStartingWith("margin is 5 but with head 'sphere'");
    }

    private static NetworkSettings network(Backbone backbone, String features, int side) {
        return new NetworkSettings(backbone, Head.SPHERE, features, side, 8, InputScaling.SIGNED);
    }

    static double withNearestOfItsClass(float[][] embeddings) {
        int right = 0;
        for (int i = 0; i < embeddings.length; i++) {
            int nearest = -1;
            for (int j = 0; j < embeddings.length; j++) {
                boolean nearer = nearest < 0
                        || squaredDistance(embeddings[i], embeddings[j])
                                < squaredDistance(embeddings[i], embeddings[nearest]);
                nearest = j != i && nearer ? j : nearest;
            }
            right += POOL.labels()[i] == POOL.labels()[nearest] ? 1 : 0;
        }
        return right / (double) embeddings.length;
    }

    static double squaredDistance(float[] left, float[] right) {
        double sum = 0;
        for (int i = 0; i < left.length; i++) {
            sum += (left[i] - right[i]) * (double) (left[i] - right[i]);
        }
        return sum;
    }
}
