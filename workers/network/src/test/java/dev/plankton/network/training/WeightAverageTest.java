package dev.plankton.network.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class WeightAverageTest {

    @Test
    void itIsTheExponentialMeanOfTheStepsThatItTakes() {
        WeightAverage average = new WeightAverage(0.99, Map.of("w", new float[] {4}, "frozen", new float[] {1}));
        average.add(Map.of("w", new float[] {0}), 10, 10_000);
        double kept = Math.pow(0.99, WeightAverage.EVERY);
        assertThat(average.values()).containsOnlyKeys("w");
        assertThat((double) weight(average)).isCloseTo(4 * kept, within(1e-6));
        average.add(Map.of("w", new float[] {1}), 13, 10_000);
        assertThat((double) weight(average))
                .isCloseTo(4 * kept * Math.pow(0.99, 3) + 1 - Math.pow(0.99, 3), within(1e-6));
    }

    @Test
    void theAverageOfFewStepsForgetsTheRandomBeginning() {
        WeightAverage average = new WeightAverage(0.999, Map.of("w", new float[] {4}));
        average.add(Map.of("w", new float[] {0}), 10, 0);
        assertThat(weight(average)).isLessThan(0.01f);
    }

    @Test
    void itTakesEveryTenthStepAndTheLast() {
        assertThat(WeightAverage.takes(10, 13)).isTrue();
        assertThat(WeightAverage.takes(11, 13)).isFalse();
        assertThat(WeightAverage.takes(13, 13)).isTrue();
    }

    private static float weight(WeightAverage average) {
        return Objects.requireNonNull(average.values().get("w"))[0];
    }
}
