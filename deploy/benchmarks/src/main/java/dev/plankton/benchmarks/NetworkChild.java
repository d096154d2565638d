package dev.plankton.benchmarks;

import dev.plankton.contracts.choices.Backbone;
import dev.plankton.contracts.choices.BatchNorm;
import dev.plankton.contracts.choices.Head;
import dev.plankton.contracts.choices.Loss;
import dev.plankton.contracts.choices.Miner;
import dev.plankton.contracts.choices.TrainedPart;
import dev.plankton.network.architecture.InputScaling;
import dev.plankton.network.architecture.NetworkSettings;
import dev.plankton.network.data.TrainingExamples;
import dev.plankton.network.data.TrainingPool;
import dev.plankton.network.engine.Embedder;
import dev.plankton.network.engine.TrainingEngine;
import dev.plankton.network.training.Round;
import dev.plankton.network.training.Trainer;
import dev.plankton.network.training.TrainingSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Times one workload with this project's network; prints what {@link Timing#parse} reads. */
final class NetworkChild {
    private static final int WARMING = 2;

    private final Workload workload;
    private final List<byte[]> images = new ArrayList<>();
    private final Stopwatch stopwatch = new Stopwatch(WARMING);

    private NetworkChild(Workload workload) {
        this.workload = workload;
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < workload.images(); i++) {
            byte[] image = new byte[workload.side() * workload.side()];
            random.nextBytes(image);
            images.add(image);
        }
    }

    public static void main(String[] arguments) throws Exception {
        NetworkChild child = new NetworkChild(Workload.parse(List.of(arguments)));
        switch (child.workload.kind()) {
            case TRAINING -> child.train();
            case EMBEDDING -> child.embed();
        }
        System.out.println("MiB " + Stopwatch.mebibytes());
    }

    private Trainer trainer() {
        NetworkSettings network = new NetworkSettings(
                Backbone.INCEPTION_V3, Head.SIGMOID, "avg_pool", workload.side(), 64, InputScaling.SIGNED);
        TrainingSettings training = new TrainingSettings(
                Loss.STANDARD,
                Miner.RANDOM,
                5,
                0.9,
                0,
                Math.max(1, workload.images() / 3),
                2,
                2,
                0,
                new TrainedPart.All(),
                BatchNorm.BATCH,
                1);
        return Trainer.create(TrainingEngine.load().learners(), network, training, Optional.empty());
    }

    private void train() {
        int count = images.size();
        TrainingPool pool = new TrainingPool(
                TrainingExamples.inMemory(workload.side(), images),
                IntStream.range(0, count).map(image -> image % 2).toArray(),
                IntStream.range(0, count).toArray(),
                new int[count]);
        int steps = WARMING + workload.repetitions();
        try (Trainer trainer = trainer()) {
            stopwatch.start();
            trainer.train(pool, pool, new Round(1, 0.01, steps, 0), progress -> {
                stopwatch.tell();
                if (progress.step() == steps) {
                    throw new InterruptedException("enough was timed");
                }
            });
        } catch (InterruptedException enough) {
            Thread.currentThread().interrupt();
        }
    }

    private void embed() throws IOException {
        Path checkpoint = Files.createTempFile("benchmark", ".checkpoint");
        try {
            try (Trainer trainer = trainer()) {
                trainer.save(checkpoint);
            }
            try (Embedder embedder = TrainingEngine.load().embedder(checkpoint)) {
                stopwatch.start();
                for (int i = 0; i < WARMING + workload.repetitions(); i++) {
                    embedder.embed(images, workload.side());
                    stopwatch.tell();
                }
            }
        } finally {
            Files.delete(checkpoint);
        }
    }
}
