package dev.plankton.db;

import dev.plankton.db.rows.CleanupItem;
import dev.plankton.db.rows.KeptChange;
import java.io.IOException;
import java.util.List;

/**
 * What has no reason to stay, and its deletion while others are at work. Trouble with the database is an
 * {@link IOException}, worth another try.
 */
public interface Retention {

    /** Deletes one thing from where it is; one that is gone already is no trouble. */
    @FunctionalInterface
    interface Deleter {
        void delete(CleanupItem item) throws IOException;
    }

    /** Those of the ids that no run has. */
    List<String> unknownRuns(List<String> runIds) throws IOException;

    /**
     * What may be deleted once the change is made.
     *
     * @param stored the results, snapshots and files of reports in the store
     * @param conductorDays runs that ended longer ago lose their history in Conductor; 0: none
     * @param commit whether the change is made; otherwise nothing is changed
     */
    List<CleanupItem> plan(KeptChange change, List<CleanupItem> stored, int conductorDays, boolean commit)
            throws IOException;

    /** Those of the artifacts that this history does not know. */
    List<String> unknownArtifacts(List<String> sha256) throws IOException;

    /**
     * Deletes those that still have no reason to stay. Nobody can take any of them into use meanwhile, so the list had
     * better be short. If the deleter fails, all of them are as they were in SQL; to be told again then.
     *
     * @param run the run that cleans up
     * @return those that were deleted
     */
    List<CleanupItem> delete(String run, List<CleanupItem> items, Deleter deleter) throws IOException;

    /** Notes what was found and left where it is. */
    void listed(String run, List<CleanupItem> items) throws IOException;

    /** The run and the workflows inside it, as Conductor calls them. */
    List<String> workflows(String run) throws IOException;
}
