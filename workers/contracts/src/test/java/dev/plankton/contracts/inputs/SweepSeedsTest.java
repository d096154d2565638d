package dev.plankton.contracts.inputs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plankton.contracts.BadInputException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SweepSeedsTest {
    private static final Map<String, Object> LOSSES = Map.of("loss", List.of("standard", "arcface"));

    private static Object combinations(Map<String, Object> input) {
        return WorkflowInput.resolve(PlanktonWorkflow.SWEEP, input).getOrDefault("combinations", "none");
    }

    @Test
    void everyCombinationRunsWithEverySeedAndTheSameSplit() {
        assertThat(combinations(Map.of("grid", LOSSES, "seeds", 2, "seed", 7)))
                .isEqualTo(List.of(
                        Map.of("loss", "standard", "seed", 7L, "splitSeed", 7L),
                        Map.of("loss", "standard", "seed", 8L, "splitSeed", 7L),
                        Map.of("loss", "arcface", "seed", 7L, "splitSeed", 7L),
                        Map.of("loss", "arcface", "seed", 8L, "splitSeed", 7L)));
        assertThat(combinations(Map.of("grid", Map.of("loss", List.of("arcface")), "seeds", 2, "splitSeed", 3)))
                .isEqualTo(List.of(
                        Map.of("loss", "arcface", "seed", 1L, "splitSeed", 3L),
                        Map.of("loss", "arcface", "seed", 2L, "splitSeed", 3L)));
    }

    @Test
    void oneSeedIsTheGridAlone() {
        assertThat(combinations(Map.of("grid", LOSSES)))
                .isEqualTo(List.of(Map.of("loss", "standard"), Map.of("loss", "arcface")));
    }

    @Test
    void seedsTwiceOrTooManyRunsAreRefused() {
        assertThatThrownBy(() -> combinations(Map.of("grid", Map.of("seed", List.of(1, 2)), "seeds", 3)))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("seeds is 3 and grid has seeds of its own");
        List<Integer> sizes = IntStream.rangeClosed(2, 40).boxed().toList();
        assertThatThrownBy(() -> combinations(Map.of("grid", Map.of("dimensions", sizes), "seeds", 3)))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("39 combinations and seeds is 3; a sweep has at most 100 runs");
    }
}
