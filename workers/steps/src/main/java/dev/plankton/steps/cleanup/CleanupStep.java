package dev.plankton.steps.cleanup;

import dev.plankton.contracts.BadInputException;
import dev.plankton.contracts.ids.ArtifactId;
import dev.plankton.contracts.ids.RunId;
import dev.plankton.contracts.ids.StoreKeys;
import dev.plankton.contracts.tasks.CleanupTask;
import dev.plankton.contracts.tasks.TaskType;
import dev.plankton.db.Retention;
import dev.plankton.db.rows.CleanupItem;
import dev.plankton.db.rows.CleanupItem.Kind;
import dev.plankton.db.rows.KeptChange;
import dev.plankton.engine.step.Step;
import dev.plankton.engine.step.StepContext;
import dev.plankton.engine.store.ObjectStore.StoredObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Deletes what no kept run, no running run and no model with an alias needs: artifacts, remembered results, snapshots,
 * reports, and old histories in Conductor. A dry run only lists the same items.
 *
 * <p>Reads the run history and the listing of the store. Writes to the run history what was deleted or listed and,
 * unless it is a dry run, which runs are kept; deletes from the store and from Conductor. Each run does its own work; no result is
 * remembered. Idempotent because an item that was deleted is not found again. Each small batch is checked again just
 * before it is deleted, and no step can start to use any of it meanwhile. Its largest limitation: its output counts
 * only what the last attempt deleted; the view {@code history.cleanup_item} has everything. It never touches uploads,
 * weights or anything that the run history does not know: a wrong database must not empty a bucket.
 */
public final class CleanupStep implements Step<CleanupTask.Input, CleanupTask.Output> {
    /** Other steps cannot begin or publish while one batch is deleted. */
    private static final int BATCH = 100;

    private final ConductorHistories conductor;

    public CleanupStep(ConductorHistories conductor) {
        this.conductor = conductor;
    }

    @Override
    public TaskType<CleanupTask.Input, CleanupTask.Output> type() {
        return CleanupTask.TYPE;
    }

    @Override
    public int version() {
        return 1;
    }

    /** What can be deleted changes all the time, so no result is remembered. */
    @Override
    public String fingerprint(CleanupTask.Input input, StepContext context) {
        return context.runId().value();
    }

    @Override
    public CleanupTask.Output run(CleanupTask.Input input, StepContext context)
            throws IOException, InterruptedException {
        Retention retention = context.history().retention();
        List<RunId> unknown = retention.unknownRuns(
                Stream.concat(input.drop().stream(), input.keep().stream()).toList());
        if (!unknown.isEmpty()) {
            throw new BadInputException(
                    "There is no run '%s' to drop or to keep; ./plankton sql lists them: select run_id from history.run."
                            .formatted(unknown.getFirst()));
        }
        List<CleanupItem> items = retention.plan(
                new KeptChange(input.drop(), input.keep(), input.dropAfterDays()),
                stored(context),
                input.conductorDays(),
                !input.dryRun());
        List<CleanupItem> done = input.dryRun() ? list(items, retention, context) : delete(items, retention, context);
        CleanupTask.Output output = output(input.dryRun(), done, unknownArtifacts(retention, context));
        context.log(
                "%s %d artifacts, %d results, %d snapshots, %d files of reports (%.1f MB) and %d histories in Conductor; history.cleanup_item lists them."
                        .formatted(
                                input.dryRun() ? "A run with dryRun=false would delete" : "Deleted",
                                output.artifacts(),
                                output.results(),
                                output.snapshots(),
                                output.reportFiles(),
                                output.bytes() / 1e6,
                                output.conductorHistories()));
        if (output.unknown() > 0) {
            context.log("%d artifacts in the store are not in the run history and were kept; is it the right database?"
                    .formatted(output.unknown()));
        }
        return output;
    }

    private static CleanupTask.Output output(boolean dryRun, List<CleanupItem> items, int unknown) {
        return new CleanupTask.Output(
                dryRun,
                count(items, Kind.ARTIFACT),
                count(items, Kind.RESULT),
                count(items, Kind.SNAPSHOT),
                count(items, Kind.REPORT),
                count(items, Kind.CONDUCTOR),
                items.stream().mapToLong(CleanupItem::bytes).sum(),
                unknown);
    }

    private static int count(List<CleanupItem> items, Kind kind) {
        return Math.toIntExact(
                items.stream().filter(item -> item.kind() == kind).count());
    }

    private static List<CleanupItem> list(List<CleanupItem> items, Retention retention, StepContext context)
            throws IOException {
        retention.listed(context.runId(), items);
        return items;
    }

    private List<CleanupItem> delete(List<CleanupItem> items, Retention retention, StepContext context)
            throws IOException, InterruptedException {
        List<CleanupItem> deleted = new ArrayList<>();
        for (int from = 0; from < items.size(); from += BATCH) {
            context.checkCancelled();
            List<CleanupItem> batch = items.subList(from, Math.min(items.size(), from + BATCH));
            deleted.addAll(retention.delete(context.runId(), batch, item -> delete(item, retention, context)));
        }
        return deleted;
    }

    private void delete(CleanupItem item, Retention retention, StepContext context) throws IOException {
        switch (item.kind()) {
            case ARTIFACT, RESULT, SNAPSHOT, REPORT -> context.objects().delete(item.key());
            case CONDUCTOR -> conductor.delete(retention.workflows(new RunId(item.key())));
        }
    }

    private static List<CleanupItem> stored(StepContext context) throws IOException {
        List<CleanupItem> items = new ArrayList<>();
        addAll(items, Kind.RESULT, StoreKeys.RESULTS, context);
        addAll(items, Kind.SNAPSHOT, StoreKeys.SNAPSHOTS, context);
        addAll(items, Kind.REPORT, StoreKeys.REPORTS, context);
        addAll(items, Kind.REPORT, StoreKeys.PREDICTIONS, context);
        return items;
    }

    private static void addAll(List<CleanupItem> items, Kind kind, String folder, StepContext context)
            throws IOException {
        for (StoredObject object : context.objects().list(folder)) {
            items.add(new CleanupItem(kind, object.key(), object.bytes()));
        }
    }

    private static int unknownArtifacts(Retention retention, StepContext context) throws IOException {
        return retention
                .unknownArtifacts(context.objects().list(StoreKeys.ARTIFACTS).stream()
                        .map(object -> new ArtifactId(object.key().substring(StoreKeys.ARTIFACTS.length())))
                        .toList())
                .size();
    }
}
