package dev.plankton.steps.train;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plankton.contracts.BadInputException;
import dev.plankton.contracts.ids.ArtifactId;
import dev.plankton.network.training.TrainingProgress;
import org.junit.jupiter.api.Test;

class CollapseWatchTest {
    private static final ArtifactId ID = new ArtifactId("a".repeat(64));
    private static final double HEALTHY = 0.7;

    private final CollapseWatch watch = new CollapseWatch(Inputs.round(2, ID, ID, ID));

    private void step(int step, double loss, double distance) {
        watch.onStep(new TrainingProgress(step, 240, 64, 0.05, loss, 800, distance, 1, 1));
    }

    @Test
    void aLossThatIsNoNumberEndsTheRoundAtOnce() {
        assertThatThrownBy(() -> step(3, Double.NaN, HEALTHY))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("Round 2 diverged at step 3 of 240")
                .hasMessageContaining("lower learningRate (now 0.05)");
    }

    @Test
    void embeddingsInOnePointEndTheRoundAfterAHundredSteps() {
        for (int i = 1; i < 100; i++) {
            step(i, 0.15, 1e-5);
        }
        assertThatThrownBy(() -> step(100, 0.15, 1e-5))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("The network collapsed in round 2");
    }

    @Test
    void aLossStuckAtTheMarginEndsTheRound() {
        for (int i = 1; i < 100; i++) {
            step(i, 0.2 + 1e-5, HEALTHY);
        }
        assertThatThrownBy(() -> step(100, 0.2 - 1e-5, HEALTHY))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("the margin being 0.2");
    }

    @Test
    void aNetworkThatRecoversGoesOn() {
        assertThatCode(() -> {
                    for (int i = 1; i <= 240; i++) {
                        step(i, i == 90 || i == 180 ? 0.1 : 0.2, HEALTHY);
                    }
                })
                .doesNotThrowAnyException();
    }
}
