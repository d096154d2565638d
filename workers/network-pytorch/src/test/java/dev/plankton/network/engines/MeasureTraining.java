package dev.plankton.network.engines;

import static dev.plankton.network.engines.BothEngines.EMBEDDERS;

import dev.plankton.contracts.choices.Augment;
import dev.plankton.contracts.choices.Backbone;
import dev.plankton.contracts.choices.BatchNorm;
import dev.plankton.contracts.choices.EmbeddingEngine;
import dev.plankton.contracts.choices.Head;
import dev.plankton.contracts.choices.Loss;
import dev.plankton.contracts.choices.Miner;
import dev.plankton.contracts.choices.NetworkEngine;
import dev.plankton.contracts.choices.Precision;
import dev.plankton.contracts.choices.RateSchedule;
import dev.plankton.contracts.choices.Sampling;
import dev.plankton.contracts.choices.TrainedPart;
import dev.plankton.network.architecture.InputScaling;
import dev.plankton.network.architecture.NetworkSettings;
import dev.plankton.network.checkpoint.FeatureHead;
import dev.plankton.network.checkpoint.FirstParameters;
import dev.plankton.network.checkpoint.PretrainedWeights;
import dev.plankton.network.data.TrainingPool;
import dev.plankton.network.engine.Embedder;
import dev.plankton.network.engine.FeatureExtractor;
import dev.plankton.network.engine.TrainingEngine;
import dev.plankton.network.objective.LossSettings;
import dev.plankton.network.training.Round;
import dev.plankton.network.training.RoundResult;
import dev.plankton.network.training.Trainer;
import dev.plankton.network.training.TrainingSettings;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Trains on a folder of class folders and prints, after each round, the accuracy with centroids of the training images.
 * Arguments: folder, then any of key=value (see the code); not a test.
 */
final class MeasureTraining {
    private MeasureTraining() {}

    public static void main(String[] words) throws Exception {
        Arguments arguments = new Arguments(words);
        Path folder = Path.of(words[0]);
        TrainingEngine engine = BothEngines.ENGINES.named(NetworkEngine.valueOf(arguments.text("engine", "PYTORCH")));
        Precision precision = Precision.valueOf(arguments.text("precision", "FP32"));
        int side = arguments.whole("side", 48);
        Head head = Head.valueOf(arguments.text("head", "SPHERE"));
        Miner miner = Miner.valueOf(arguments.text("miner", "SEMI_HARD"));
        Loss loss = Loss.valueOf(arguments.text("loss", "ARCFACE"));
        double margin = arguments.number("margin", 0.2);
        double initial = arguments.number("rate", 0.1);
        double decay = arguments.number("decay", 0.7);
        RateSchedule schedule = RateSchedule.valueOf(arguments.text("schedule", "COSINE"));
        int steps = arguments.whole("steps", 448);
        int rounds = arguments.whole("rounds", 6);
        int warmup = arguments.whole("warmup", 100);
        double weightDecay = arguments.number("weightDecay", 5e-4);
        long seed = arguments.whole("seed", 1);
        NetworkSettings network = new NetworkSettings(
                        Backbone.valueOf(arguments.text("backbone", "SMALL")),
                        head,
                        arguments.text("features", "avg_pool"),
                        side,
                        64,
                        InputScaling.valueOf(arguments.text("scaling", "SIGNED")))
                .withTestTimeSymmetries(Boolean.parseBoolean(arguments.text("testTimeSymmetries", "false")));
        TrainingSettings settings = new TrainingSettings(
                new LossSettings(
                        loss,
                        miner,
                        margin,
                        arguments.number("similarityMargin", 0),
                        arguments.number("similarityScale", 16)),
                0.9,
                weightDecay,
                Sampling.valueOf(arguments.text("sampling", "PROPORTIONAL")),
                20,
                arguments.whole("classes", 20),
                arguments.whole("images", 4),
                warmup,
                TrainedPart.parse(arguments.text("train", "all")),
                BatchNorm.valueOf(arguments.text("batchNorm", "BATCH")),
                Augment.valueOf(arguments.text("augment", "FULL")),
                arguments.number("ema", 0.99),
                seed);
        Optional<PretrainedWeights> weights = arguments.text("weights", "").isEmpty()
                ? Optional.empty()
                : Optional.of(PretrainedWeights.read(Path.of(arguments.text("weights", ""))));
        long start = System.nanoTime();
        ClassFolders folders = ClassFolders.read(folder, side, arguments.whole("unseen", 0), seed);
        System.out.printf("%d images, %.1f s to read%n", folders.images.size(), seconds(start));
        TrainingPool train = folders.pool(0, side, 8);
        TrainingPool validation = folders.pool(1, side, 1);
        Optional<float[][]> features = Optional.empty();
        if (settings.part() instanceof TrainedPart.HeadOnly) {
            start = System.nanoTime();
            try (FeatureExtractor extractor = engine.features(network, FirstParameters.of(network, seed, weights))) {
                features = Optional.of(extractor.features(folders.images, side));
            }
            System.out.printf("%.1f s for the features%n", seconds(start));
            train = folders.pool(0, features.get());
            validation = folders.pool(1, features.get());
        }
        Path checkpoint = Path.of(arguments.text("keep", "/tmp/measured.checkpoint"));
        int every = arguments.whole("every", 1);
        Path written = Path.of(arguments.text("embeddings", "/tmp/embeddings.txt"));
        try (Trainer trainer = Trainer.create(engine.learners(precision), network, settings, weights)) {
            double total = 0;
            trainer.save(checkpoint);
            report(checkpoint, written, folders, features, side, 0, total, Double.NaN, Double.NaN);
            for (int round = 1; round <= rounds; round++) {
                double[] distance = new double[1];
                RoundResult result = trainer.train(
                        train,
                        validation,
                        new Round(round, schedule.rate(round, rounds, initial, decay), steps, 20),
                        progress -> distance[0] = progress.meanPairwiseDistance());
                total += result.seconds();
                System.out.printf(
                        "round %d: loss %.4f, distance %.3f, validation loss %.4f; %.1f ms per step; trained %.0f s%n",
                        round,
                        result.loss(),
                        distance[0],
                        result.validationLoss().orElse(Double.NaN),
                        1000 * result.seconds() / (steps + 20.0 / 3),
                        total);
                if (round % every == 0 || round == rounds) {
                    trainer.save(checkpoint);
                    report(checkpoint, written, folders, features, side, round, total, result.loss(), distance[0]);
                }
            }
        }
    }

    private static void report(
            Path checkpoint,
            Path written,
            ClassFolders folders,
            Optional<float[][]> features,
            int side,
            int round,
            double seconds,
            double loss,
            double distance)
            throws Exception {
        long start = System.nanoTime();
        float[][] centroids;
        double accuracy;
        double validation;
        float[][] embeddings;
        if (features.isPresent()) {
            embeddings = FeatureHead.open(checkpoint).embed(features.get());
        } else {
            try (Embedder embedder = EMBEDDERS.open(checkpoint, EmbeddingEngine.ONNX_RUNTIME)) {
                embeddings = embedder.embed(folders.images, side);
            }
        }
        folders.write(written, embeddings);
        centroids = centroids(folders.rows(0, embeddings), folders.labels(0), folders.classes);
        accuracy = accuracy(centroids, folders.rows(2, embeddings), folders.labels(2));
        validation = accuracy(centroids, folders.rows(1, embeddings), folders.labels(1));
        System.out.printf(
                "round %d: loss %.4f, distance %.3f, test accuracy %.3f, validation %.3f; trained %.0f s, embedded in %.1f s; process %.0f CPU s, %s MB%n",
                round,
                loss,
                distance,
                accuracy,
                validation,
                seconds,
                seconds(start),
                cpuSeconds(),
                residentMegabytes());
    }

    private static float[][] centroids(float[][] embeddings, int[] labels, int classes) {
        float[][] centroids = new float[classes][embeddings[0].length];
        int[] counts = new int[classes];
        for (int i = 0; i < labels.length; i++) {
            counts[labels[i]]++;
            for (int j = 0; j < embeddings[i].length; j++) {
                centroids[labels[i]][j] += embeddings[i][j];
            }
        }
        for (int label = 0; label < classes; label++) {
            for (int j = 0; j < centroids[label].length; j++) {
                centroids[label][j] /= counts[label];
            }
        }
        return centroids;
    }

    private static double accuracy(float[][] centroids, float[][] embeddings, int[] labels) {
        int right = 0;
        for (int i = 0; i < labels.length; i++) {
            int nearest = 0;
            double least = Double.MAX_VALUE;
            for (int label = 0; label < centroids.length; label++) {
                double distance = 0;
                for (int j = 0; j < centroids[label].length; j++) {
                    double difference = centroids[label][j] - embeddings[i][j];
                    distance += difference * difference;
                }
                if (distance < least) {
                    least = distance;
                    nearest = label;
                }
            }
            right += nearest == labels[i] ? 1 : 0;
        }
        return right / (double) labels.length;
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static double cpuSeconds() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                        .getProcessCpuTime()
                / 1e9;
    }

    private static String residentMegabytes() throws Exception {
        String line = Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(status -> status.startsWith("VmRSS"))
                .findFirst()
                .orElse("VmRSS: 0 kB");
        return Long.toString(Long.parseLong(line.replaceAll("\\D", "")) / 1024);
    }
}
