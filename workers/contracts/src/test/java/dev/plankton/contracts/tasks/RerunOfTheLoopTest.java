package dev.plankton.contracts.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plankton.contracts.choices.EmbeddingEngine;
import dev.plankton.contracts.ids.ArtifactId;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** After "rerun from task" at the loop, Conductor passes what the last round left behind. */
class RerunOfTheLoopTest {
    private static final ArtifactId FIRST = new ArtifactId("a".repeat(64));
    private static final ArtifactId LAST = new ArtifactId("b".repeat(64));

    @Test
    void theFirstRoundGoesOnFromTheNetworkBeforeTraining() {
        assertThat(input(1, LAST, Optional.of(FIRST))).isEqualTo(input(1, FIRST, Optional.empty()));
    }

    @Test
    void laterRoundsGoOnFromTheRoundBefore() {
        assertThat(input(2, LAST, Optional.of(FIRST))).isEqualTo(input(2, LAST, Optional.empty()));
    }

    private static EvaluateTask.Input input(int round, ArtifactId training, Optional<ArtifactId> first) {
        return new EvaluateTask.Input(
                FIRST,
                FIRST,
                Optional.of(training),
                first,
                Optional.empty(),
                EmbeddingEngine.ONNX_RUNTIME,
                round,
                0.1,
                1,
                OptionalDouble.empty(),
                Optional.empty());
    }
}
