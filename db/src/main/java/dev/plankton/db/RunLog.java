package dev.plankton.db;

import dev.plankton.contracts.ids.ArtifactId;
import dev.plankton.contracts.ids.RunId;
import dev.plankton.contracts.ids.TaskId;
import dev.plankton.db.rows.AlertRow;
import dev.plankton.db.rows.RunEnd;
import dev.plankton.db.rows.RunStart;
import dev.plankton.db.rows.StepEnd;
import dev.plankton.db.rows.StepStart;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Runs, their steps and what these published; see {@link RunHistory}. */
public interface RunLog {

    /** Creates the run. If a run that ended without being complete continues, marks it as running again. */
    void started(RunStart run) throws IOException;

    /** Records how the run ended. */
    void ended(RunId run, RunEnd end) throws IOException;

    /**
     * Records a run that failed before any worker took one of its tasks. If the run is already known, nothing changes.
     */
    void failedUnseen(RunStart run, String reason) throws IOException;

    /**
     * Records where the run's report is.
     *
     * @param indexKey the key of its index.html in the object store
     * @param address where a browser finds it; empty if no gateway serves reports
     */
    void report(RunId run, String indexKey, Optional<String> address) throws IOException;

    /** The name of the run's workflow; empty if there is no such run. */
    Optional<String> workflow(RunId run) throws IOException;

    /** Running runs of which no step began or ended within the given time. */
    List<RunId> quiet(Duration since) throws IOException;

    /** Records the end of a run that ended a while ago without a record, and the end of its running steps. */
    void endedUnseen(RunId run, RunEnd end) throws IOException;

    /**
     * Records that a run failed, and whether the webhook accepted the alert. A second call for the same alert replaces
     * the answer of the webhook.
     */
    void alert(AlertRow alert) throws IOException;

    void stepStarted(StepStart step) throws IOException;

    /**
     * Records that the attempt is about to find or make the result with this key. From now on, no clean-up deletes any
     * part of that result.
     */
    void stepClaimed(TaskId task, String stepKey) throws IOException;

    void stepEnded(StepEnd step) throws IOException;

    /**
     * Records an artifact, the step that publishes it (task type and key) and the artifacts that this step has read.
     * Call this before the artifact is uploaded, so that the store never holds an artifact that is unknown here.
     */
    void artifact(ArtifactId id, String kind, long bytes, String taskType, String stepKey, List<ArtifactId> inputs)
            throws IOException;

    /** A step uses the remembered result of a part, or has just made it. Recorded before the part's artifacts are read. */
    void part(String taskType, String part, String stepKey) throws IOException;
}
