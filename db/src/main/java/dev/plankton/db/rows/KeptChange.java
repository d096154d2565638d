package dev.plankton.db.rows;

import dev.plankton.contracts.ids.RunId;
import java.util.List;

/**
 * A change of which runs are kept.
 *
 * @param drop runs that are no longer kept
 * @param keep runs that are kept again
 * @param dropAfterDays runs that ended more days ago than this are no longer kept either, unless an alias names their
 *     model; 0 drops no run because of its age
 */
public record KeptChange(List<RunId> drop, List<RunId> keep, int dropAfterDays) {
    public KeptChange {
        drop = List.copyOf(drop);
        keep = List.copyOf(keep);
    }
}
