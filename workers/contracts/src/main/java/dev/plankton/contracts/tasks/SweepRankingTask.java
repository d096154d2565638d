package dev.plankton.contracts.tasks;

import dev.plankton.contracts.ids.RunId;
import dev.plankton.contracts.inputs.Schema;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Ranks the runs of a sweep. */
public final class SweepRankingTask {
    public static final TaskType<Input, Output> TYPE =
            TaskType.of("plankton_sweep_ranking", "Ranks the runs of a sweep.", Input.class, Output.class);

    private SweepRankingTask() {}

    /** @param rankBy accuracy, balancedAccuracy, macroF1 or classifierAccuracy, on validation images, or unseenMapAtR */
    public record Input(String rankBy) {
        public Input {
            Schema.check("rankBy", rankBy);
        }
    }

    /**
     * The ranking.
     *
     * @param best the best run of the best combination
     * @param values the grid values of the best combination, and its seed if there is one run of each
     * @param completed number of runs that completed
     * @param failed number of runs that did not
     * @param settings the combinations without their seeds, the best mean first
     * @param ranking all runs, the best first; those that did not complete last
     */
    public record Output(
            RunId best,
            Map<String, Object> values,
            int completed,
            int failed,
            List<RankedSetting> settings,
            List<RankedRun> ranking) {}

    /**
     * A combination of a sweep, over the seeds it was run with.
     *
     * @param values the grid values
     * @param runs runs that completed
     * @param mean of the figure by which runs are ranked
     * @param standardError of this mean; empty for a single run
     * @param likeTheBest whether it cannot be told from the best combination: the means differ by less than two standard
     *     errors of their difference. True for the best; false where no error is known
     */
    public record RankedSetting(
            Map<String, Object> values, int runs, double mean, OptionalDouble standardError, boolean likeTheBest) {}

    /**
     * A run of a sweep in the ranking.
     *
     * @param number number of its combination, counted from 1
     * @param run empty if the run could not be started
     * @param values the grid values of the run
     * @param status COMPLETED, FAILED or RUNNING
     * @param reason why it failed; otherwise blank
     * @param rankedBy the figure by which runs are ranked, on validation images; 0 if there is none
     * @param accuracy accuracy of its best checkpoint on validation images; 0 if there is none
     * @param testAccuracy accuracy of that checkpoint on test images; 0 if there is none
     */
    public record RankedRun(
            int number,
            Optional<RunId> run,
            Map<String, Object> values,
            String status,
            String reason,
            double rankedBy,
            double accuracy,
            double testAccuracy) {}
}
