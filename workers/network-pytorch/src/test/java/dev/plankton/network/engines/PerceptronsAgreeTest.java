package dev.plankton.network.engines;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plankton.contracts.choices.NetworkEngine;
import dev.plankton.network.classifier.Perceptron;
import dev.plankton.network.data.Seeds;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Several steps of gradient descent from the same parameters. The engines share no code for it. */
class PerceptronsAgreeTest {
    private static final Perceptron.Shape SHAPE = new Perceptron.Shape(6, 3, 20, 4);
    private static final int ROWS = 30;

    @Test
    void afterSomeStepsTheParametersAndProbabilitiesAreTheSame() {
        try (Perceptron dl4j = trained(NetworkEngine.DL4J);
                Perceptron pytorch = trained(NetworkEngine.PYTORCH)) {
            assertThat(pytorch.parameters()).usingComparatorWithPrecision(1e-5f).containsExactly(dl4j.parameters());
            float[][] expected = dl4j.probabilities(vectors());
            float[][] found = pytorch.probabilities(vectors());
            for (int row = 0; row < ROWS; row++) {
                assertThat(found[row]).usingComparatorWithPrecision(1e-5f).containsExactly(expected[row]);
            }
        }
    }

    private static Perceptron trained(NetworkEngine engine) {
        float[] first = Seeds.uniform(Seeds.random(1), SHAPE.parameters(), 0.5);
        int[] labels = new int[ROWS];
        for (int row = 0; row < ROWS; row++) {
            labels[row] = row % SHAPE.classes();
        }
        Perceptron perceptron = BothEngines.ENGINES.named(engine).perceptrons().create(SHAPE, first, 0.9);
        for (int step = 0; step < 5; step++) {
            perceptron.learn(vectors(), labels, 0.1);
        }
        float[] changed = perceptron.parameters();
        assertThat(changed).isNotEqualTo(first);
        return perceptron;
    }

    private static float[][] vectors() {
        SplittableRandom random = Seeds.random(2);
        float[][] vectors = new float[ROWS][];
        for (int row = 0; row < ROWS; row++) {
            vectors[row] = Seeds.uniform(random, SHAPE.dimensions(), 1);
        }
        return vectors;
    }
}
