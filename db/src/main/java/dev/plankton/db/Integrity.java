package dev.plankton.db;

import dev.plankton.contracts.ids.RunId;
import dev.plankton.db.rows.NeededArtifact;
import dev.plankton.db.rows.VerifiedArtifact;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Whether the artifacts of runs are undamaged; see {@link RunHistory}. */
public interface Integrity {

    /** The run with that id, or the one that {@code latest} or {@code previous} stands for. */
    Optional<RunId> findRun(String name) throws IOException;

    /**
     * The artifacts that the run's steps published or read, and those that they were made from, back to the source
     * images.
     */
    List<NeededArtifact> neededArtifacts(RunId run) throws IOException;

    /** Records what a check of another run's artifacts found, or a part of it. */
    void verified(RunId run, RunId verifiedRun, List<VerifiedArtifact> artifacts) throws IOException;
}
