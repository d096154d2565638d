package dev.plankton.network.engines;

import static org.assertj.core.api.Assertions.assertThat;
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
import dev.plankton.network.architecture.Parameters;
import dev.plankton.network.data.InputBatch;
import dev.plankton.network.data.Seeds;
import dev.plankton.network.objective.LossSettings;
import dev.plankton.network.objective.Objective;
import dev.plankton.network.testing.DrawnCheckpoint;
import dev.plankton.network.training.Learner;
import dev.plankton.network.training.TrainingSettings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One step of each engine from the same parameters. The engines share no code for it. */
class EnginesAgreeTest {
    private static final int ROWS = 8;
    private static final double RATE = 0.01;

    private record After(
            double loss, double[][] outputs, Map<String, float[]> parameters, Map<String, float[]> velocity) {}

    /**
     * With momentum 0 the velocity is the gradient times the rate. Odd sides have uneven padding.
     *
     * <p>A ReLU's input so near 0 that rounding decides its sign changes a gradient by up to a few hundredths. Among the
     * millions of inputs of a deep part there is always one. There, the shifts are raised, which takes nearly all
     * inputs away from 0; the shallow parts test the ReLUs, with a seed whose inputs all keep away.
     */
    @ParameterizedTest
    @CsvSource({
        "SMALL, avg_pool, 64, all, BATCH, 4",
        "SMALL, avg_pool, 37, all, FROZEN, 0",
        "SMALL, mixed2, 48, from:mixed1, BATCH, 0",
        "INCEPTION_V3, mixed3, 75, from:mixed1, BATCH, 1",
        "INCEPTION_V3, mixed4, 91, from:mixed3, FROZEN, 0",
        "INCEPTION_V3, mixed8, 75, from:mixed8, BATCH, 0",
        "INCEPTION_V3, avg_pool, 139, from:mixed9, BATCH, 0",
    })
    void gradientsStatisticsAndOutputsAreTheSame(
            Backbone backbone, String features, int side, String part, BatchNorm batchNorm, float raised) {
        NetworkSettings network = new NetworkSettings(backbone, Head.SPHERE, features, side, 8, InputScaling.SIGNED);
        TrainingSettings training = new TrainingSettings(
                LossSettings.ofTriplets(Loss.STANDARD, Miner.SEMI_HARD, 0.5),
                0,
                1e-3,
                Sampling.BALANCED,
                1,
                4,
                2,
                0,
                TrainedPart.parse(part),
                batchNorm,
                Augment.SYMMETRIES,
                0,
                1);

        Map<String, float[]> parameters = DrawnCheckpoint.parameters(network, 2);
        parameters.forEach((name, values) -> {
            if (name.endsWith("/" + Parameters.SHIFT)) {
                for (int i = 0; i < values.length; i++) {
                    values[i] += raised;
                }
            }
        });

        After dl4j = after(NetworkEngine.DL4J, network, training, parameters);
        After pytorch = after(NetworkEngine.PYTORCH, network, training, parameters);

        assertThat(pytorch.loss()).isCloseTo(dl4j.loss(), within(1e-5));
        assertThat(pytorch.velocity()).isNotEmpty();
        pytorch.velocity()
                .forEach((name, gradient) ->
                        assertAgree("gradient of " + name, gradient, found(dl4j.velocity(), name), 1e-4));
        assertThat(pytorch.parameters().keySet()).isEqualTo(dl4j.parameters().keySet());
        pytorch.parameters().forEach((name, values) -> assertAgree(name, values, found(dl4j.parameters(), name), 1e-4));
        for (int row = 0; row < ROWS; row++) {
            double largest =
                    Arrays.stream(dl4j.outputs()[row]).map(Math::abs).max().orElseThrow();
            assertThat(pytorch.outputs()[row])
                    .usingComparatorWithPrecision(1e-4 * Math.max(1, largest))
                    .containsExactly(dl4j.outputs()[row]);
        }
    }

    private static After after(
            NetworkEngine engine, NetworkSettings network, TrainingSettings training, Map<String, float[]> parameters) {
        Objective objective = Objective.of(network.head(), training.loss(), 0, 1, Map.of());
        InputBatch batch = batch(network);
        try (Learner learner = BothEngines.ENGINES
                .named(engine)
                .learners(Precision.FP32)
                .create(network, training, objective, parameters, Map.of())) {
            double loss = learner.learn(batch, RATE).loss();
            Map<String, float[]> velocity = learner.velocity();
            if (training.batchNorm() == BatchNorm.BATCH) {
                learner.settle(batch, 0.5);
            }
            return new After(loss, learner.outputs(batch), learner.parameters(), velocity);
        }
    }

    private static InputBatch batch(NetworkSettings network) {
        List<byte[]> images = new ArrayList<>();
        SplittableRandom random = Seeds.random(3);
        for (int row = 0; row < ROWS; row++) {
            byte[] pixels = new byte[network.side() * network.side()];
            random.nextBytes(pixels);
            Arrays.fill(pixels, pixels.length * row / ROWS, pixels.length, (byte) (30 * row));
            images.add(pixels);
        }
        InputBatch unlabelled = InputBatch.of(images, network);
        return new InputBatch(unlabelled.shape(), unlabelled.values(), new int[] {0, 1, 2, 3, 0, 1, 2, 3});
    }

    private static float[] found(Map<String, float[]> values, String name) {
        return Objects.requireNonNull(values.get(name), name);
    }

    /** The distance between the arrays is at most the given share of the length of the expected one. */
    private static void assertAgree(String what, float[] actual, float[] expected, double share) {
        double apart = 0;
        double length = 0;
        for (int i = 0; i < expected.length; i++) {
            apart += Math.pow(actual[i] - (double) expected[i], 2);
            length += Math.pow(expected[i], 2);
        }
        assertThat(Math.sqrt(apart)).as(what).isLessThanOrEqualTo(share * Math.sqrt(length) + 1e-8);
    }
}
