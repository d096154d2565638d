package dev.plankton.network.engines;

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
import dev.plankton.network.checkpoint.FirstParameters;
import dev.plankton.network.data.Batch;
import dev.plankton.network.data.InputBatch;
import dev.plankton.network.data.TrainingPool;
import dev.plankton.network.data.Variation;
import dev.plankton.network.engine.FeatureExtractor;
import dev.plankton.network.engine.TrainingEngine;
import dev.plankton.network.objective.LossSettings;
import dev.plankton.network.objective.Objective;
import dev.plankton.network.training.Learner;
import dev.plankton.network.training.TrainingSettings;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * What a user would train instead: a softmax classifier with the same backbone on libtorch, by cross entropy on shuffled
 * images. Prints its accuracy, and writes its last features. Arguments: folder, then any of key=value (see the code); not
 * a test.
 */
final class MeasureSoftmax {
    private MeasureSoftmax() {}

    public static void main(String[] words) throws Exception {
        Arguments arguments = new Arguments(words);
        int side = arguments.whole("side", 48);
        int steps = arguments.whole("steps", 2688);
        int rows = arguments.whole("batch", 80);
        double peak = arguments.number("rate", 0.1);
        int warmup = arguments.whole("warmup", 100);
        long seed = arguments.whole("seed", 1);
        ClassFolders folders = ClassFolders.read(Path.of(words[0]), side, arguments.whole("unseen", 0), seed);
        TrainingPool train = folders.pool(0, side, 1);
        NetworkSettings network = new NetworkSettings(
                Backbone.SMALL, Head.SPHERE, "avg_pool", side, folders.classes, InputScaling.SIGNED);
        TrainingSettings settings = new TrainingSettings(
                new LossSettings(Loss.ARCFACE, Miner.SEMI_HARD, 0.2, 0, 16), // neither is used
                0.9,
                arguments.number("weightDecay", 5e-4),
                Sampling.BALANCED,
                20,
                20,
                4,
                0,
                TrainedPart.parse("all"),
                BatchNorm.BATCH,
                Augment.FULL,
                0,
                seed);
        TrainingEngine engine = BothEngines.ENGINES.named(NetworkEngine.PYTORCH);
        SplittableRandom random = new SplittableRandom(seed);
        try (Learner learner = engine.learners(Precision.FP32)
                .create(
                        network,
                        settings,
                        MeasureSoftmax::crossEntropy,
                        FirstParameters.of(network, seed, Optional.empty()),
                        Map.of())) {
            long start = System.nanoTime();
            double loss = 0;
            for (int step = 1; step <= steps; step++) {
                int[] drawn = random.ints(rows, 0, train.labels().length).toArray();
                int[] classes =
                        Arrays.stream(drawn).map(image -> train.labels()[image]).toArray();
                double share = step < warmup ? step / (double) warmup : 1;
                double rate = peak * share * 0.5 * (1 + Math.cos(Math.PI * step / steps));
                InputBatch batch = InputBatch.of(
                        train, new Batch(drawn, classes), Variation.of(Augment.FULL, seed, 1, step), network);
                loss += (learner.learn(batch, rate).loss() - loss) / Math.min(step, 100);
            }
            System.out.printf("loss %.3f; trained %.0f s%n", loss, (System.nanoTime() - start) / 1e9);
            double[][] outputs = learner.outputs(InputBatch.of(folders.images, network));
            System.out.printf(
                    "validation accuracy %.3f, test %.3f%n",
                    accuracy(folders, outputs, 1), accuracy(folders, outputs, 2));
            try (FeatureExtractor features = engine.features(network, learner.parameters())) {
                folders.write(
                        Path.of(arguments.text("embeddings", "/tmp/softmax.txt")),
                        features.features(folders.images, side));
            }
        }
    }

    private static double accuracy(ClassFolders folders, double[][] outputs, int split) {
        List<Integer> images = folders.of(split);
        return images.stream()
                        .filter(image -> largest(outputs[image]) == folders.labels.get(image))
                        .count()
                / (double) images.size();
    }

    private static int largest(double[] values) {
        int largest = 0;
        for (int i = 1; i < values.length; i++) {
            largest = values[i] > values[largest] ? i : largest;
        }
        return largest;
    }

    private static Objective.Result crossEntropy(double[][] outputs, int[] classes) {
        double loss = 0;
        double[][] slopes = new double[outputs.length][];
        for (int row = 0; row < outputs.length; row++) {
            double largest = Arrays.stream(outputs[row]).max().orElseThrow();
            double sum = Arrays.stream(outputs[row])
                    .map(value -> Math.exp(value - largest))
                    .sum();
            slopes[row] = Arrays.stream(outputs[row])
                    .map(value -> Math.exp(value - largest) / sum / outputs.length)
                    .toArray();
            slopes[row][classes[row]] -= 1.0 / outputs.length;
            loss += (Math.log(sum) + largest - outputs[row][classes[row]]) / outputs.length;
        }
        return new Objective.Result(loss, slopes, 0, 0, 0);
    }
}
