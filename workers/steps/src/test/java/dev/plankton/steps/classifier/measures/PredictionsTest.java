package dev.plankton.steps.classifier.measures;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plankton.steps.classifier.measures.Predictions.Mistake;
import org.junit.jupiter.api.Test;

class PredictionsTest {
    private final Predictions predictions = new Predictions(new int[] {0, 1, 2, 1, 2, 0}, new float[][] {
        {0.75f, 0.25f, 0}, // right
        {0.5f, 0.375f, 0.125f}, // 1 taken for 0
        {0.75f, 0.125f, 0.125f}, // 2 taken for 0
        {0.875f, 0.125f, 0}, // 1 taken for 0, surest
        {0.25f, 0.25f, 0.5f}, // right
        {0.4375f, 0.4375f, 0.125f} // right: the first among equals
    });

    @Test
    void theLikeliestClassIsPredicted() {
        assertThat(predictions.predicted()).containsExactly(0, 0, 0, 0, 2, 0);
    }

    @Test
    void mistakesComeSurestFirst() {
        assertThat(predictions.mistakes())
                .containsExactly(
                        new Mistake(3, 1, 0, 0.875, 0.125),
                        new Mistake(2, 2, 0, 0.75, 0.125),
                        new Mistake(1, 1, 0, 0.5, 0.375));
    }

    @Test
    void examplesShowEachPairOfClassesBeforeRepeatingOne() {
        assertThat(predictions.examples(2)).extracting(Mistake::row).containsExactly(3, 2);
        assertThat(predictions.examples(6)).extracting(Mistake::row).containsExactly(3, 2, 1);
        assertThat(new Predictions(new int[] {0}, new float[][] {{1}}).examples(6))
                .isEmpty();
    }
}
