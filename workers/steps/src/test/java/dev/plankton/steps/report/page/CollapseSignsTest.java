package dev.plankton.steps.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plankton.contracts.formats.Evaluation;
import dev.plankton.steps.report.page.CollapseSigns.Sign;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class CollapseSignsTest {

    private static Evaluation evaluation(int round, double accuracy, double distance) {
        Evaluation.Measures measures = new Evaluation.Measures(
                40,
                accuracy,
                accuracy,
                Optional.empty(),
                accuracy,
                accuracy,
                0,
                0,
                accuracy,
                accuracy,
                0,
                OptionalInt.empty());
        return new Evaluation(
                round,
                List.of("a", "b", "c", "d"),
                measures,
                measures,
                List.of(),
                new float[0][0],
                new double[0][0],
                new int[0][0],
                distance,
                1,
                Optional.empty());
    }

    @Test
    void aTrainingThatGoesOnWellShowsNone() {
        assertThat(CollapseSigns.of(List.of(
                        // Before training anything goes: that is the draw, not the training.
                        evaluation(0, 0.25, 0.001), evaluation(1, 0.6, 1.1), evaluation(2, 0.55, 0.9))))
                .isEmpty();
    }

    @Test
    void eachSignIsNamedWithItsRound() {
        assertThat(CollapseSigns.of(List.of(
                        evaluation(0, 0.3, 1.2),
                        evaluation(1, 0.8, 1),
                        evaluation(2, 0.39, 0.15),
                        evaluation(3, 0.25, 0.04))))
                .containsExactly(
                        new Sign(2, "The mean distance between embeddings fell from 1.00 to 0.150."),
                        new Sign(2, "The accuracy fell to 0.390 after it had been 0.800."),
                        new Sign(3, "The embeddings lie only 0.0400 apart on average, almost in one point."),
                        new Sign(3, "The accuracy of 0.250 is hardly more than guessing (0.250)."));
    }
}
