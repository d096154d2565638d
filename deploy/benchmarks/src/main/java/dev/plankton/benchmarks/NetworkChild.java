package dev.plankton.benchmarks;

import dev.plankton.contracts.choices.Augment;
import dev.plankton.contracts.choices.Backbone;
import dev.plankton.contracts.choices.BatchNorm;
import dev.plankton.contracts.choices.EmbeddingEngine;
import dev.plankton.contracts.choices.Head;
import dev.plankton.contracts.choices.Loss;
import dev.plankton.contracts.choices.Miner;
import dev.plankton.contracts.choices.Sampling;
import dev.plankton.contracts.choices.TrainedPart;
import dev.plankton.network.architecture.InputScaling;
import dev.plankton.network.architecture.NetworkSettings;
import dev.plankton.network.data.TrainingExamples;
import dev.plankton.network.data.TrainingPool;
import dev.plankton.network.embedding.Embedders;
import dev.plankton.network.engine.Embedder;
import dev.plankton.network.engine.Engines;
import dev.plankton.network.engine.TrainingEngine;
import dev.plankton.network.objective.LossSettings;
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

/** Times one workload with one of this project's engines; prints what {@link Timing#parse} reads. */
final class NetworkChild {
    private static final int WARMING = 2;

    private final Engines engines = Engines.load();
    private final Workload workload;
    private final OurEngine ours;
    private final TrainingEngine engine;
    private final Stopwatch stopwatch = new Stopwatch(WARMING);

    private NetworkChild(Workload workload, OurEngine ours) {
        this.workload = workload;
        this.ours = ours;
        this.engine = engines.choose(ours.training(), ours.precision()).engine();
    }

    public static void main(String[] arguments) throws Exception {
        List<String> given = List.of(arguments);
        NetworkChild child = new NetworkChild(Workload.parse(given), OurEngine.valueOf(given.getLast()));
        switch (child.workload.kind()) {
            case TRAINING -> child.train(Backbone.INCEPTION_V3);
            case SMALL -> child.train(Backbone.SMALL);
            case EMBEDDING -> child.embed();
            case CLASSIFIER ->
                new ClassifierWorkload(child.workload, child.engine.perceptrons())
                        .time(WARMING + child.workload.repetitions(), child.stopwatch);
        }
        System.out.println("MiB " + Stopwatch.mebibytes());
    }

    private List<byte[]> images() {
        List<byte[]> images = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < workload.images(); i++) {
            byte[] image = new byte[workload.side() * workload.side()];
            random.nextBytes(image);
            images.add(image);
        }
        return images;
    }

    private Trainer trainer(Backbone backbone) {
        NetworkSettings network =
                new NetworkSettings(backbone, Head.SIGMOID, "avg_pool", workload.side(), 64, InputScaling.SIGNED);
        TrainingSettings training = new TrainingSettings(
                LossSettings.ofTriplets(Loss.STANDARD, Miner.RANDOM, 5),
                0.9,
                0,
                Sampling.BALANCED,
                Math.max(1, workload.images() / 3),
                2,
                2,
                0,
                new TrainedPart.All(),
                BatchNorm.BATCH,
                Augment.SYMMETRIES,
                0,
                1);
        return Trainer.create(engine.learners(ours.precision()), network, training, Optional.empty());
    }

    private void train(Backbone backbone) {
        int count = workload.images();
        TrainingPool pool = new TrainingPool(
                TrainingExamples.inMemory(workload.side(), images()),
                IntStream.range(0, count).map(image -> image % 2).toArray(),
                IntStream.range(0, count).toArray(),
                new int[count]);
        int steps = WARMING + workload.repetitions();
        try (Trainer trainer = trainer(backbone)) {
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
        List<byte[]> images = images();
        Path checkpoint = Files.createTempFile("benchmark", ".checkpoint");
        try {
            try (Trainer trainer = trainer(Backbone.INCEPTION_V3)) {
                trainer.save(checkpoint);
            }
            try (Embedder embedder =
                    new Embedders(engines, System.getenv()).open(checkpoint, EmbeddingEngine.valueOf(ours.name()))) {
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
