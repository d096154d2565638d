package dev.plankton.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainerTest {
    private static final int SIDE = 16;
    private static final NetworkSettings NETWORK =
            new NetworkSettings(Backbone.SMALL, Head.SPHERE, "avg_pool", SIDE, 8);
    private static final TrainingSettings TRAINING =
            new TrainingSettings(Loss.STANDARD, Miner.SEMI_HARD, 0.2, 0.9, 1e-4, 8, 4, 4, 5, 3);
    private static final TrainingPool POOL = stripes(12);

    @TempDir
    Path folder;

    /** Four classes: stripes across or along, narrow or wide, at a random place, with noise. */
    private static TrainingPool stripes(int perClass) {
        SplittableRandom random = new SplittableRandom(1);
        List<byte[]> images = new ArrayList<>();
        int[] labels = new int[4 * perClass];
        int[] samples = new int[labels.length];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = i % 4;
            samples[i] = i;
            int width = labels[i] < 2 ? 2 : 4;
            int start = random.nextInt(SIDE);
            byte[] image = new byte[SIDE * SIDE];
            for (int p = 0; p < image.length; p++) {
                int along = start + (labels[i] % 2 == 0 ? p % SIDE : p / SIDE);
                image[p] = (byte) (100 * (along / width % 2) + random.nextInt(100));
            }
            images.add(image);
        }
        return new TrainingPool(SIDE, images, labels, samples, new int[samples.length]);
    }

    private static Round round(int round, int steps) {
        return new Round(round, 0.05, steps, 2);
    }

    @Test
    void learnsToTellTheClassesApart() throws Exception {
        Path file = folder.resolve("checkpoint");
        List<TrainingProgress> heard = new ArrayList<>();
        try (Trainer trainer = Trainer.create(NETWORK, TRAINING)) {
            RoundResult result = trainer.train(POOL, POOL, round(1, 60), heard::add);
            assertThat(result.steps()).isEqualTo(60);
            assertThat(result.images()).isEqualTo(60 * 16);
            assertThat(result.validationLoss()).isNotNaN();
            trainer.save(file);
        }
        assertThat(heard).extracting(TrainingProgress::step).startsWith(1, 2, 3).hasSize(60);
        assertThat(heard.get(2).learningRate()).isCloseTo(0.03, within(1e-12));
        assertThat(heard.subList(4, 60)).allMatch(progress -> progress.learningRate() == 0.05);
        assertThat(heard).allMatch(progress -> progress.meanPairwiseDistance() > 0.1);
        try (Embedder embedder = Embedder.open(file)) {
            float[][] embeddings = embedder.embed(POOL.images(), SIDE);
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
        try (Trainer trainer = Trainer.create(NETWORK, TRAINING)) {
            trainer.train(POOL, POOL, round(1, 6), progress -> {});
            trainer.save(afterOne);
            trainer.train(POOL, POOL, round(2, 6), progress -> {});
            trainer.save(straight);
        }
        try (Trainer trainer = Trainer.open(afterOne, TRAINING)) {
            assertThat(trainer.network()).isEqualTo(NETWORK);
            trainer.train(POOL, POOL, round(2, 6), progress -> {});
            trainer.save(resumed);
        }
        assertThat(resumed).hasSameBinaryContentAs(straight);
        assertThat(Files.readAllBytes(afterOne)).isNotEqualTo(Files.readAllBytes(straight));
    }

    @Test
    void weightsFollowFromTheSeed() throws Exception {
        assertThat(fresh(3)).isEqualTo(fresh(3)).isNotEqualTo(fresh(4));
    }

    private byte[] fresh(long seed) throws IOException {
        Path file = folder.resolve("fresh" + seed);
        try (Trainer trainer = Trainer.create(
                NETWORK, new TrainingSettings(Loss.STANDARD, Miner.RANDOM, 1, 0.9, 0, 8, 2, 2, 0, seed))) {
            trainer.save(file);
        }
        return Files.readAllBytes(file);
    }

    @Test
    void embeddingsDependOnTheImageAlone() throws Exception {
        Path file = folder.resolve("checkpoint");
        NetworkSettings sigmoid = new NetworkSettings(Backbone.SMALL, Head.SIGMOID, "avg_pool", SIDE, 8);
        TrainingSettings random = new TrainingSettings(Loss.GEOMETRIC, Miner.RANDOM, 5, 0.9, 0, 8, 2, 2, 0, 1);
        try (Trainer trainer = Trainer.create(sigmoid, random)) {
            trainer.train(POOL, POOL, new Round(1, 0.01, 5, 0), progress -> {});
            trainer.save(file);
        }
        List<byte[]> many = new ArrayList<>(POOL.images());
        many.addAll(POOL.images());
        try (Embedder embedder = Embedder.open(file)) {
            float[][] embeddings = embedder.embed(many, SIDE);
            float[][] alone = embedder.embed(POOL.images().subList(5, 6), SIDE);
            for (int i = 0; i < 8; i++) {
                assertThat(embeddings[5][i]).isBetween(0f, 1f);
                assertThat(alone[0][i]).isCloseTo(embeddings[5][i], within(1e-6f));
                assertThat(embeddings[POOL.images().size() + 5][i]).isCloseTo(embeddings[5][i], within(1e-6f));
            }
            assertThatThrownBy(() -> embedder.embed(List.of(new byte[64]), 8))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void stopsAtOnceWhenTheListenerIsInterrupted() {
        try (Trainer trainer = Trainer.create(NETWORK, TRAINING)) {
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
        try (Trainer trainer = Trainer.create(NETWORK, TRAINING)) {
            trainer.save(damaged);
        }
        byte[] bytes = Files.readAllBytes(damaged);
        bytes[bytes.length / 3] ^= 1; // among the parameters
        Files.write(damaged, bytes);
        for (Path file : List.of(text, damaged, folder.resolve("missing"))) {
            assertThatThrownBy(() -> Trainer.open(file, TRAINING)).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> Embedder.open(file)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void saysWhatItCannotBuild() {
        assertThatThrownBy(() -> new NetworkSettings(Backbone.INCEPTION_V3, Head.SPHERE, "avg_pool", 299, 64))
                .hasMessage("backbone inception-v3 is not built yet; use small");
        assertThatThrownBy(() -> new NetworkSettings(Backbone.SMALL, Head.SPHERE, "mixed7", 64, 64))
                .hasMessageStartingWith("features mixed7 are not built yet");
        assertThatThrownBy(() -> new WeightSettings("imagenet", "all")).hasMessageStartingWith("weights imagenet");
        assertThatThrownBy(() -> new WeightSettings("none", "head")).hasMessageStartingWith("train head");
        TrainingSettings wide = new TrainingSettings(Loss.STANDARD, Miner.HARD, 5, 0.9, 0, 8, 4, 4, 5, 3);
        assertThatThrownBy(() -> Trainer.create(NETWORK, wide)).hasMessageStartingWith("margin 5.0 cannot be reached");
    }

    private static double withNearestOfItsClass(float[][] embeddings) {
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

    private static double squaredDistance(float[] left, float[] right) {
        double sum = 0;
        for (int i = 0; i < left.length; i++) {
            sum += (left[i] - right[i]) * (double) (left[i] - right[i]);
        }
        return sum;
    }
}
