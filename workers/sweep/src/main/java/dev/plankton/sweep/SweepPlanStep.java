package dev.plankton.sweep;

import dev.plankton.runtime.step.Step;
import dev.plankton.runtime.step.StepContext;
import dev.plankton.sweep.SweepPlanOutput.Item;
import dev.plankton.sweep.SweepPlanOutput.Lane;
import dev.plankton.sweep.SweepPlanOutput.LaneInput;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Deals the runs of a sweep to as many lanes as may be under way at once.
 *
 * <p>Reads nothing but its input and writes nothing but its output, so it is idempotent. Its largest limitation: a lane
 * keeps the runs that it was dealt, even if another one has nothing left to do.
 */
public final class SweepPlanStep implements Step<SweepPlanInput, SweepPlanOutput> {
    /** Inputs of the sweep itself. */
    private static final Set<String> OWN = Set.of("grid", "parallel", "rankBy");

    @Override
    public String taskType() {
        return "plankton_sweep_plan";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Class<SweepPlanInput> inputType() {
        return SweepPlanInput.class;
    }

    @Override
    public Class<SweepPlanOutput> outputType() {
        return SweepPlanOutput.class;
    }

    @Override
    public SweepPlanOutput run(SweepPlanInput input, StepContext context) {
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
        return new SweepPlanOutput(tasks, inputs, dealt.getFirst().getFirst().input());
    }

    private static Map<String, @Nullable Object> given(SweepPlanInput input, Map<String, Object> values) {
        Map<String, @Nullable Object> given = new LinkedHashMap<>(input.input());
        given.keySet().removeAll(OWN);
        given.putAll(values);
        return given;
    }
}
