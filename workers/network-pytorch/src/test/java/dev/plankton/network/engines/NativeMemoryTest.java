package dev.plankton.network.engines;

import static dev.plankton.network.engines.BothEngines.EMBEDDERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plankton.contracts.choices.Augment;
import dev.plankton.contracts.choices.Backbone;
import dev.plankton.contracts.choices.BatchNorm;
import dev.plankton.contracts.choices.EmbeddingEngine;
import dev.plankton.contracts.choices.Head;
import dev.plankton.contracts.choices.Loss;
import dev.plankton.contracts.choices.Miner;
import dev.plankton.contracts.choices.NetworkEngine;
import dev.plankton.contracts.choices.Precision;
import dev.plankton.contracts.choices.Sampling;
import dev.plankton.contracts.choices.TrainedPart;
import dev.plankton.network.architecture.InputScaling;
import dev.plankton.network.architecture.NetworkSettings;
import dev.plankton.network.data.TrainingExamples;
import dev.plankton.network.data.TrainingPool;
import dev.plankton.network.engine.Embedder;
import dev.plankton.network.engine.TrainingEngine;
import dev.plankton.network.objective.LossSettings;
import dev.plankton.network.training.Round;
import dev.plankton.network.training.Trainer;
import dev.plankton.network.training.TrainingSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(
        value = NetworkEngine.class,
        names = {"DL4J", "PYTORCH"})
class NativeMemoryTest {
    private final TrainingEngine engine;
    private final EmbeddingEngine embedding;

    private static final Path STATUS = Path.of("/proc/self/status");
    private static final int SIDE = 48;

    @TempDir
    Path folder;

    NativeMemoryTest(NetworkEngine name) {
        engine = BothEngines.ENGINES.named(name);
        embedding = EmbeddingEngine.valueOf(name.name());
    }

    /** After closing, no native memory is left, and reading it is refused. */
    @Test
    void closingReleasesTheNetwork() throws Exception {
        Path file = folder.resolve("closed");
        Trainer trainer = trainer(1);
        trainer.save(file);
        trainer.close();
        assertThatThrownBy(() -> trainer.save(file)).hasMessageContaining("closed");

        for (EmbeddingEngine other : List.of(embedding, EmbeddingEngine.ONNX_RUNTIME)) {
            Embedder embedder = EMBEDDERS.open(file, other);
            embedder.close();
            assertThatThrownBy(() -> embedder.embed(List.of(new byte[SIDE * SIDE]), SIDE))
                    .isInstanceOf(RuntimeException.class);
        }
    }

    /**
     * The build allocates the whole heap at the start, so that garbage collection does not change the memory of the
     * process.
     */
    @Test
    void trainersAndEmbeddersGiveTheirMemoryBack() throws Exception {
        assumeTrue(Files.exists(STATUS), "needs Linux to see the memory of the process");
        useTrainers(5);
        long before = residentKilobytes();
        useTrainers(20);
        assertThat(residentKilobytes() - before).isLessThan(100 * 1024);
    }

    /**
     * Trains as a worker does: each round opens the checkpoint of the previous round and takes snapshots. Frozen
     * statistics need not be averaged at the end of a round, which saves most of the time; the test above does that.
     */
    @Test
    void roundsGiveTheirMemoryBack() throws Exception {
        assumeTrue(Files.exists(STATUS), "needs Linux to see the memory of the process");
        Path file = folder.resolve("checkpoint");
        try (Trainer trainer = trainer(1)) {
            trainer.save(file);
        }
        trainRounds(1, 10, file);
        long before = residentKilobytes();
        trainRounds(11, 60, file);
        assertThat(residentKilobytes() - before).isLessThan(50 * 1024);
    }

    private void trainRounds(int first, int last, Path file) throws Exception {
        TrainingPool pool = pool(images());
        for (int round = first; round <= last; round++) {
            try (Trainer trainer = Trainer.open(engine.learners(Precision.FP32), file, training(BatchNorm.FROZEN, 1))) {
                trainer.train(
                        pool,
                        pool,
                        new Round(round, 0.01, 2, 1),
                        progress -> write(trainer, folder.resolve("snapshot")));
                trainer.save(file);
            }
        }
    }

    private static void write(Trainer trainer, Path snapshot) {
        try {
            trainer.snapshot(snapshot);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<byte[]> images() {
        List<byte[]> images = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            byte[] image = new byte[SIDE * SIDE];
            image[i] = 1;
            images.add(image);
        }
        return images;
    }

    private static TrainingPool pool(List<byte[]> images) {
        int[] numbers = IntStream.range(0, images.size()).toArray();
        int[] labels = IntStream.of(numbers).map(i -> i % 10).toArray();
        return new TrainingPool(TrainingExamples.inMemory(SIDE, images), labels, numbers, new int[numbers.length]);
    }

    private void useTrainers(int count) throws Exception {
        List<byte[]> images = images();
        TrainingPool pool = pool(images);
        Path file = folder.resolve("checkpoint");
        for (int i = 0; i < count; i++) {
            try (Trainer trainer = trainer(i)) {
                trainer.train(pool, pool, new Round(1, 0.01, 2, 1), progress -> {});
                trainer.save(file);
            }
            for (EmbeddingEngine other : List.of(embedding, EmbeddingEngine.ONNX_RUNTIME)) {
                try (Embedder embedder = EMBEDDERS.open(file, other)) {
                    embedder.embed(images, SIDE);
                }
            }
        }
    }

    private Trainer trainer(long seed) {
        return Trainer.create(
                engine.learners(Precision.FP32),
                new NetworkSettings(Backbone.SMALL, Head.SPHERE, "avg_pool", SIDE, 8, InputScaling.SIGNED),
                training(BatchNorm.BATCH, seed),
                Optional.empty());
    }

    private static TrainingSettings training(BatchNorm batchNorm, long seed) {
        return new TrainingSettings(
                LossSettings.ofTriplets(Loss.STANDARD, Miner.HARD, 0.2),
                0.9,
                1e-4,
                Sampling.BALANCED,
                1,
                10,
                4,
                0,
                new TrainedPart.All(),
                batchNorm,
                Augment.SYMMETRIES,
                0,
                seed);
    }

    private static long residentKilobytes() throws IOException {
        String line = Files.readAllLines(STATUS).stream()
                .filter(status -> status.startsWith("VmRSS"))
                .findFirst()
                .orElseThrow();
        return Long.parseLong(line.replaceAll("\\D", ""));
    }
}
