package dev.plankton.cleanup;

import dev.plankton.db.rows.CleanupItem;
import dev.plankton.db.rows.CleanupItem.Kind;
import java.util.List;

/**
 * What was deleted, or would be.
 *
 * @param results outputs of finished steps
 * @param snapshots states of unfinished rounds
 * @param reportFiles files of reports
 * @param conductorHistories runs that Conductor no longer knows of
 * @param bytes how much space that is in the store
 * @param unknown artifacts in the store that the run history does not know; they are left alone
 */
public record CleanupOutput(
        boolean dryRun,
        int artifacts,
        int results,
        int snapshots,
        int reportFiles,
        int conductorHistories,
        long bytes,
        int unknown) {

    static CleanupOutput of(boolean dryRun, List<CleanupItem> items, int unknown) {
        return new CleanupOutput(
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
}
