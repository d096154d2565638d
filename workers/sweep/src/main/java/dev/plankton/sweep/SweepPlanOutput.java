package dev.plankton.sweep;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What Conductor forks.
 *
 * @param tasks one for each lane
 * @param inputs the runs of each lane, by the lane's reference name
 * @param first what the first run is given
 */
public record SweepPlanOutput(List<Lane> tasks, Map<String, LaneInput> inputs, Map<String, @Nullable Object> first) {

    /** A sub-workflow, as Conductor wants it. */
    public record Lane(String name, String taskReferenceName, String type, Map<String, String> subWorkflowParam) {
        static Lane numbered(int number) {
            return new Lane("lane", "lane_" + number, "SUB_WORKFLOW", Map.of("name", "plankton_sweep_lane"));
        }
    }

    /** Runs that come one after another. */
    public record LaneInput(List<Item> items) {}

    /**
     * A run.
     *
     * @param number from 1, in the order of the combinations
     * @param values what it has for itself
     * @param input all that it is given
     */
    public record Item(int number, Map<String, Object> values, Map<String, @Nullable Object> input) {}
}
