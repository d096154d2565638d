package dev.plankton.network.dl4j;

import static dev.plankton.network.dl4j.Engines.DL4J;

import dev.plankton.contracts.choices.Augment;
import dev.plankton.contracts.choices.Backbone;
import dev.plankton.contracts.choices.BatchNorm;
import dev.plankton.contracts.choices.Head;
import dev.plankton.contracts.choices.Loss;
import dev.plankton.contracts.choices.Miner;
import dev.plankton.contracts.choices.Precision;
import dev.plankton.contracts.choices.Sampling;
import dev.plankton.contracts.choices.TrainedPart;
import dev.plankton.network.architecture.InputScaling;
import dev.plankton.network.architecture.NetworkSettings;
import dev.plankton.network.data.TrainingExamples;
import dev.plankton.network.data.TrainingPool;
import dev.plankton.network.objective.LossSettings;
import dev.plankton.network.training.Round;
import dev.plankton.network.training.Trainer;
import dev.plankton.network.training.TrainingSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Trains all of Inception v3 at side 299 on two batches of 24 images; prints the largest resident size in KiB. */
final class LargestStep {
    private static final int SIDE = 299;
    private static final int IMAGES = 24;
    private static final int CLASSES = 6;

    private LargestStep() {}

    public static void main(String[] arguments) throws Exception {
        NetworkSettings network =
                new NetworkSettings(Backbone.INCEPTION_V3, Head.SPHERE, "avg_pool", SIDE, 64, InputScaling.SIGNED);
        TrainingSettings training = new TrainingSettings(
                LossSettings.ofTriplets(Loss.STANDARD, Miner.SEMI_HARD, 0.2),
                0.9,
                1e-4,
                Sampling.BALANCED,
                8,
                CLASSES,
                IMAGES / CLASSES,
                0,
                new TrainedPart.All(),
                BatchNorm.BATCH,
                Augment.SYMMETRIES,
                0,
                1);
        TrainingPool pool = pool();
        try (Trainer trainer = Trainer.create(DL4J.learners(Precision.FP32), network, training, Optional.empty())) {
            trainer.train(pool, pool, new Round(1, 0.001, 2, 0), progress -> {
                if (progress.step() == progress.steps()) {
                    // The rest of a round needs less memory but much time.
                    throw new InterruptedException();
                }
            });
        } catch (InterruptedException expected) {
            System.err.println("both steps are done");
        }
        Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmHWM"))
                .map(line -> line.replaceAll("\\D", ""))
                .forEach(System.out::println);
    }

    private static TrainingPool pool() {
        SplittableRandom random = new SplittableRandom(1);
        List<byte[]> images = new ArrayList<>();
        for (int i = 0; i < IMAGES; i++) {
            byte[] image = new byte[SIDE * SIDE];
            random.nextBytes(image);
            images.add(image);
        }
        return new TrainingPool(
                TrainingExamples.inMemory(SIDE, images),
                IntStream.range(0, IMAGES).map(image -> image % CLASSES).toArray(),
                IntStream.range(0, IMAGES).toArray(),
                new int[IMAGES]);
    }
}
