package dev.plankton.cleanup;

import java.util.List;

/**
 * @param dryRun whether everything is only listed
 * @param drop ids of runs that are not to be kept any more
 * @param keep ids of runs that are to be kept again
 * @param dropAfterDays runs that ended longer ago are not to be kept either; 0: their age does not matter
 * @param conductorDays runs that ended longer ago lose their history in Conductor; 0: none does
 */
public record CleanupInput(
        boolean dryRun, List<String> drop, List<String> keep, int dropAfterDays, int conductorDays) {}
