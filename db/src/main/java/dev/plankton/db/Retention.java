package dev.plankton.db;

import dev.plankton.contracts.ids.ArtifactId;
import dev.plankton.contracts.ids.RunId;
import dev.plankton.contracts.ids.WorkflowId;
import dev.plankton.db.rows.CleanupItem;
import dev.plankton.db.rows.KeptChange;
import java.io.IOException;
import java.util.List;

/**
 * Finds what is no longer needed and deletes it while other runs may be active. If the database fails, a method throws
 * an {@link IOException}; another attempt may succeed.
 */
public interface Retention {

    /** Deletes one item from where it is stored; an item that is already gone is no error. */
    @FunctionalInterface
    interface Deleter {
        void delete(CleanupItem item) throws IOException;
    }

    /** Those of the runs that the history does not know. */
    List<RunId> unknownRuns(List<RunId> runs) throws IOException;

    /**
     * What may be deleted once the change is made.
     *
     * @param stored the results, snapshots and files of reports in the store
     * @param conductorDays Conductor's histories of runs that ended more days ago than this may be deleted; 0: none
     * @param commit whether to save the change; otherwise nothing is changed
     */
    List<CleanupItem> plan(KeptChange change, List<CleanupItem> stored, int conductorDays, boolean commit)
            throws IOException;

    /** Those of the artifacts that this history does not know. */
    List<ArtifactId> unknownArtifacts(List<ArtifactId> artifacts) throws IOException;

    /**
     * Deletes those of the items that are still not needed. No step can begin to use any of them in the meantime, so
     * the list should be short. If the deleter fails, nothing changes in SQL, and the call must be repeated.
     *
     * @param run the run that cleans up
     * @return the items that were deleted
     */
    List<CleanupItem> delete(RunId run, List<CleanupItem> items, Deleter deleter) throws IOException;

    /** Records items that were found but not deleted. */
    void listed(RunId run, List<CleanupItem> items) throws IOException;

    /** Conductor's ids of the run and of the workflows inside it. */
    List<WorkflowId> workflows(RunId run) throws IOException;
}
