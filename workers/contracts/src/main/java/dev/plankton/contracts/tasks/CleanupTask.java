package dev.plankton.contracts.tasks;

import dev.plankton.contracts.ids.RunId;
import dev.plankton.contracts.inputs.Schema;
import java.util.List;

/** Deletes what is no longer needed. */
public final class CleanupTask {
    public static final TaskType<Input, Output> TYPE = TaskType.of(
            "plankton_cleanup",
            "Deletes, or only lists, what neither a kept run nor a running one needs.",
            Input.class,
            Output.class);

    private CleanupTask() {}

    /**
     * The runs to keep.
     *
     * @param dryRun whether nothing is deleted but only listed
     * @param drop runs that are no longer kept
     * @param keep runs that are kept again
     * @param dropAfterDays runs that ended more than this many days ago are not kept either; 0: the age of runs does
     *     not matter
     * @param conductorDays Conductor deletes the history of runs that ended more than this many days ago; 0: no history
     *     is deleted
     */
    public record Input(boolean dryRun, List<RunId> drop, List<RunId> keep, int dropAfterDays, int conductorDays) {
        public Input {
            Schema.check("drop", drop.stream().map(RunId::value).toList());
            Schema.check("keep", keep.stream().map(RunId::value).toList());
            drop = List.copyOf(drop);
            keep = List.copyOf(keep);
            Schema.check("dropAfterDays", dropAfterDays);
            Schema.check("conductorDays", conductorDays);
        }
    }

    /**
     * What was deleted, or would be.
     *
     * @param results outputs of finished steps
     * @param snapshots states of unfinished rounds
     * @param reportFiles files of reports, including reports on classified images
     * @param conductorHistories runs whose history Conductor no longer has
     * @param bytes size of all this in the store
     * @param unknown artifacts in the store that the run history does not list; they are not deleted
     */
    public record Output(
            boolean dryRun,
            int artifacts,
            int results,
            int snapshots,
            int reportFiles,
            int conductorHistories,
            long bytes,
            int unknown) {}
}
