package dev.plankton.steps.sweep;

import dev.plankton.contracts.inputs.WorkflowInput;
import dev.plankton.contracts.tasks.SweepPlanTask;
import dev.plankton.contracts.tasks.SweepPlanTask.Item;
import dev.plankton.contracts.tasks.SweepPlanTask.Lane;
import dev.plankton.contracts.tasks.SweepPlanTask.LaneInput;
import dev.plankton.contracts.tasks.TaskType;
import dev.plankton.engine.step.Step;
import dev.plankton.engine.step.StepContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Distributes the runs of a sweep over as many lanes as may be under way at once.
 *
 * <p>Reads only its input and writes only its output, so it is idempotent. Its largest limitation: a lane keeps its
 * runs, even if another lane has nothing left to do.
 */
public final class SweepPlanStep implements Step<SweepPlanTask.Input, SweepPlanTask.Output> {
    @Override
    public TaskType<SweepPlanTask.Input, SweepPlanTask.Output> type() {
        return SweepPlanTask.TYPE;
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public SweepPlanTask.Output run(SweepPlanTask.Input input, StepContext context) {
        int lanes = Math.min(input.parallel(), input.combinations().size());
        List<List<Item>> dealt = IntStream.range(0, lanes)
                .<List<Item>>mapToObj(lane -> new ArrayList<>())
                .toList();
        for (int i = 0; i < input.combinations().size(); i++) {
            Map<String, Object> values = input.combinations().get(i);
            dealt.get(i % lanes).add(new Item(i + 1, values, given(input, values)));
        }
        Map<String, LaneInput> inputs = new LinkedHashMap<>();
        List<Lane> tasks = IntStream.range(0, lanes).mapToObj(Lane::numbered).toList();
        for (int lane = 0; lane < lanes; lane++) {
            inputs.put(tasks.get(lane).taskReferenceName(), new LaneInput(dealt.get(lane)));
        }
        context.log("%d runs, %d at once".formatted(input.combinations().size(), lanes));
        return new SweepPlanTask.Output(
                tasks, inputs, dealt.getFirst().getFirst().input());
    }

    private static Map<String, @Nullable Object> given(SweepPlanTask.Input input, Map<String, Object> values) {
        Map<String, @Nullable Object> given = WorkflowInput.sharedBySweep(input.input());
        given.putAll(values);
        return given;
    }
}
