package dev.plankton.contracts.tasks;

import dev.plankton.contracts.inputs.Schema;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Distributes the runs of a sweep over lanes. */
public final class SweepPlanTask {
    public static final TaskType<Input, Output> TYPE = TaskType.of(
            "plankton_sweep_plan",
            "Distributes the runs of a sweep over as many lanes as may run at the same time.",
            Input.class,
            Output.class);

    private SweepPlanTask() {}

    /**
     * A sweep.
     *
     * @param combinations the grid values of each run
     * @param parallel number of runs at the same time
     * @param input the input of the sweep; the runs take all other values from it
     */
    public record Input(List<Map<String, Object>> combinations, int parallel, Map<String, @Nullable Object> input) {
        public Input {
            Schema.check("parallel", parallel);
        }
    }

    /**
     * The lanes that Conductor runs in parallel.
     *
     * @param tasks one for each lane
     * @param inputs the runs of each lane, by the lane's reference name
     * @param first the input of the first run
     */
    public record Output(List<Lane> tasks, Map<String, LaneInput> inputs, Map<String, @Nullable Object> first) {}

    /** A sub-workflow, in the form that Conductor expects. */
    public record Lane(String name, String taskReferenceName, String type, Map<String, String> subWorkflowParam) {
        /** The workflow of a lane. What it starts is not a part of it: each is a run of its own. */
        public static final String WORKFLOW = "plankton_sweep_lane";

        public static Lane numbered(int number) {
            return new Lane("lane", "lane_" + number, "SUB_WORKFLOW", Map.of("name", WORKFLOW));
        }
    }

    /** Runs that follow one another. */
    public record LaneInput(List<Item> items) {}

    /**
     * A run.
     *
     * @param number number of its combination, counted from 1
     * @param values the grid values of the run
     * @param input its complete input
     */
    public record Item(int number, Map<String, Object> values, Map<String, @Nullable Object> input) {}
}
