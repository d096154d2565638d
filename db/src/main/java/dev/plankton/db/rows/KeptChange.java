package dev.plankton.db.rows;

import java.util.List;

/**
 * Which runs are to be kept from now on.
 *
 * @param drop ids of runs that are not to be kept any more
 * @param keep ids of runs that are to be kept again
 * @param dropAfterDays runs that ended longer ago are not to be kept either, unless an alias names their model; 0 drops
 *     none for its age
 */
public record KeptChange(List<String> drop, List<String> keep, int dropAfterDays) {
    public KeptChange {
        drop = List.copyOf(drop);
        keep = List.copyOf(keep);
    }
}
