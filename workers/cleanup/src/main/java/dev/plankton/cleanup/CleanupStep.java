package dev.plankton.cleanup;

import dev.plankton.db.Retention;
import dev.plankton.db.rows.CleanupItem;
import dev.plankton.db.rows.CleanupItem.Kind;
import dev.plankton.db.rows.KeptChange;
import dev.plankton.runtime.step.BadInputException;
import dev.plankton.runtime.step.Step;
import dev.plankton.runtime.step.StepContext;
import dev.plankton.runtime.store.ObjectStore.StoredObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Deletes what neither a kept run nor a run at work nor a model with an alias needs: artifacts, remembered results,
 * snapshots, reports, and histories in Conductor that are old. A dry run lists the same.
 *
 * <p>Reads the run history and the listing of the store. Writes which runs are kept, what was deleted or listed, and
 * deletes from the store and from Conductor. Each run of it is work of its own. Idempotent because what is deleted is not
 * deletable any more; each little batch is looked at again before it goes, while nobody can take any of it into use. Its
 * largest limitation: its output counts what the last attempt deleted; the view {@code history.cleanup_item} has all.
 * Uploads, weights and whatever the run history does not know are never touched: a wrong database must not empty a bucket.
 */
public final class CleanupStep implements Step<CleanupInput, CleanupOutput> {
    /** Steps that begin or publish wait while one batch is deleted. */
    private static final int BATCH = 100;

    private final ConductorHistories conductor;

    public CleanupStep(ConductorHistories conductor) {
        this.conductor = conductor;
    }

    @Override
    public String taskType() {
        return "plankton_cleanup";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Class<CleanupInput> inputType() {
        return CleanupInput.class;
    }

    @Override
    public Class<CleanupOutput> outputType() {
        return CleanupOutput.class;
    }

    /** What is there to delete changes all the time. */
    @Override
    public String fingerprint(CleanupInput input, StepContext context) {
        return context.runId();
    }

    @Override
    public CleanupOutput run(CleanupInput input, StepContext context) throws IOException, InterruptedException {
        Retention retention = context.history().retention();
        List<String> unknown = retention.unknownRuns(
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
        CleanupOutput output = CleanupOutput.of(input.dryRun(), done, unknownArtifacts(retention, context));
        context.log(
                "%s %d artifacts, %d results, %d snapshots, %d files of reports (%.1f MB) and %d histories in Conductor; history.cleanup_item names them."
                        .formatted(
                                input.dryRun() ? "A run with dryRun=false would delete" : "Deleted",
                                output.artifacts(),
                                output.results(),
                                output.snapshots(),
                                output.reportFiles(),
                                output.bytes() / 1e6,
                                output.conductorHistories()));
        if (output.unknown() > 0) {
            context.log(
                    "%d artifacts in the store are unknown to the run history and left alone; is it the right database?"
                            .formatted(output.unknown()));
        }
        return output;
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
            case CONDUCTOR -> conductor.delete(retention.workflows(item.key()));
        }
    }

    private static List<CleanupItem> stored(StepContext context) throws IOException {
        List<CleanupItem> items = new ArrayList<>();
        for (StoredObject object : context.objects().list("results/")) {
            items.add(new CleanupItem(Kind.RESULT, object.key(), object.bytes()));
        }
        for (StoredObject object : context.objects().list("snapshots/")) {
            items.add(new CleanupItem(Kind.SNAPSHOT, object.key(), object.bytes()));
        }
        for (StoredObject object : context.objects().list("reports/")) {
            items.add(new CleanupItem(Kind.REPORT, object.key(), object.bytes()));
        }
        return items;
    }

    private static int unknownArtifacts(Retention retention, StepContext context) throws IOException {
        return retention
                .unknownArtifacts(context.objects().list("artifacts/").stream()
                        .map(object -> object.key().replaceFirst("^artifacts/", ""))
                        .toList())
                .size();
    }
}
