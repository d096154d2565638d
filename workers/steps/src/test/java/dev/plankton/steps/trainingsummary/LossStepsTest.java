package dev.plankton.steps.trainingsummary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plankton.steps.trainingsummary.LossSteps.Round;
import dev.plankton.steps.trainingsummary.LossSteps.Thinned;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LossStepsTest {
    private final LossSteps losses = new LossSteps(
            List.of(new Round(1, 0, new float[] {1, 2, 3, 4, 5}), new Round(2, 5, new float[] {10, 20, 30, 40})));

    @Test
    void stretchesAreMeansThatEndWithTheirRound() {
        Thinned thinned = losses.thinned(4);

        assertThat(thinned.stretch()).isEqualTo(3);
        assertThat(thinned.steps()).containsExactly(2, 4.5, 7, 9);
        assertThat(thinned.losses()).containsExactly(2, 4.5, 20, 40);
    }

    @Test
    void fewStepsAreDrawnAsTheyAre() {
        Thinned thinned = losses.thinned(9);

        assertThat(thinned.stretch()).isEqualTo(1);
        assertThat(thinned.steps()).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9);
        assertThat(thinned.losses()).containsExactly(1, 2, 3, 4, 5, 10, 20, 30, 40);
    }

    @Test
    void aLongTrainingIsThinnedToAsManyPointsAsAskedFor() {
        LossSteps original = new LossSteps(IntStream.range(0, 27)
                .mapToObj(round -> new Round(round + 1, 5000L * round, new float[5000]))
                .toList());

        assertThat(original.steps()).isEqualTo(135_000);
        assertThat(original.thinned(2000).steps().length).isBetween(1900, 2000);
    }

    @Test
    void everyStepIsInTheTable() {
        assertThat(losses.rows()).hasSize(9).contains(List.of("7", "2", "2", "20.0"));
        assertThat(new LossSteps(List.of()).rows()).isEmpty();
    }
}
