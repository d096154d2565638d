package dev.plankton.steps.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plankton.contracts.tasks.SweepPlanTask;
import dev.plankton.contracts.tasks.SweepPlanTask.Item;
import dev.plankton.contracts.tasks.SweepPlanTask.Lane;
import dev.plankton.engine.testing.LocalContext;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepPlanStepTest {
    private static final Map<String, Object> GIVEN =
            Map.of("dataset", "bay", "margin", 0.5, "grid", "{}", "parallel", 2, "rankBy", "macroF1");

    @TempDir
    Path folder;

    private SweepPlanTask.Output plan(int combinations, int parallel) throws Exception {
        List<Map<String, Object>> values = IntStream.range(0, combinations)
                .<Map<String, Object>>mapToObj(i -> Map.of("margin", i))
                .toList();
        return new LocalContext(folder)
                .run(new SweepPlanStep(), new SweepPlanTask.Input(values, parallel, Map.copyOf(GIVEN)));
    }

    private static List<Item> lane(SweepPlanTask.Output plan, int number) {
        return Objects.requireNonNull(plan.inputs().get("lane_" + number)).items();
    }

    @Test
    void everyCombinationIsDealtOnceAndInTurn() throws Exception {
        SweepPlanTask.Output plan = plan(5, 2);
        assertThat(plan.tasks()).containsExactly(Lane.numbered(0), Lane.numbered(1));
        assertThat(lane(plan, 0)).extracting(Item::number).containsExactly(1, 3, 5);
        assertThat(lane(plan, 1)).extracting(Item::number).containsExactly(2, 4);
    }

    @Test
    void aRunIsGivenWhatTheSweepWasGivenAndItsOwnValues() throws Exception {
        SweepPlanTask.Output plan = plan(2, 1);
        assertThat(lane(plan, 0).getLast())
                .isEqualTo(new Item(2, Map.of("margin", 1), Map.of("dataset", "bay", "margin", 1)));
        assertThat(plan.first()).isEqualTo(Map.of("dataset", "bay", "margin", 0));
    }

    @Test
    void noLaneIsEmpty() throws Exception {
        assertThat(plan(2, 8).tasks()).hasSize(2);
    }
}
