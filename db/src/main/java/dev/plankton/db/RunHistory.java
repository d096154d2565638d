package dev.plankton.db;

import dev.plankton.db.rows.AlertRow;
import dev.plankton.db.rows.AliasMove;
import dev.plankton.db.rows.ArtifactSource;
import dev.plankton.db.rows.ClassificationRow;
import dev.plankton.db.rows.ClassifierRow;
import dev.plankton.db.rows.DatasetRow;
import dev.plankton.db.rows.DeviceRow;
import dev.plankton.db.rows.EvaluationRow;
import dev.plankton.db.rows.FoundModel;
import dev.plankton.db.rows.LostAttempt;
import dev.plankton.db.rows.ModelRow;
import dev.plankton.db.rows.NeededArtifact;
import dev.plankton.db.rows.ProgressRow;
import dev.plankton.db.rows.RoundRow;
import dev.plankton.db.rows.RunStart;
import dev.plankton.db.rows.SettingsRow;
import dev.plankton.db.rows.StepEnd;
import dev.plankton.db.rows.StepStart;
import dev.plankton.db.rows.SweptRun;
import dev.plankton.db.rows.VerifiedArtifact;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Writes what runs did to the {@code plankton} schema. Every method is idempotent: told the same twice, it leaves the
 * same rows. Trouble with the database is an {@link IOException}, worth another try. Safe for several threads.
 */
public interface RunHistory {

    /** Creates the run, or, when a failed one goes on, marks it as running again. */
    void runStarted(RunStart run) throws IOException;

    /** The run failed; the sentence says why. */
    void runFailed(String runId, String reason) throws IOException;

    /** The run failed before any worker heard of it; if one has, nothing changes. */
    void runFailedUnseen(RunStart run, String reason) throws IOException;

    /** The name of the run's workflow; blank if there is no such run. */
    String workflowOf(String runId) throws IOException;

    /** Running runs of which no step began or ended lately. */
    List<String> quietRuns(Duration since) throws IOException;

    /** The run ended a while ago and nobody noted it, nor the end of its steps. It is complete if the reason is blank. */
    void runEndedUnseen(String runId, String reason) throws IOException;

    /** A run failed, and whether anybody was told; told again, what is new counts. */
    void alert(AlertRow alert) throws IOException;

    /** The run is complete. */
    void runCompleted(String runId) throws IOException;

    void stepStarted(StepStart step) throws IOException;

    /** The attempt is about to find or make the result with this key: from now on nothing of it is cleaned up. */
    void stepClaimed(String taskId, String stepKey) throws IOException;

    void stepEnded(StepEnd step) throws IOException;

    /**
     * An artifact, the step that publishes it (task type and key) and the artifacts that this step had read. To be told
     * before the artifact is uploaded: so the store never holds one that is unknown here.
     */
    void artifact(String sha256, String kind, long bytes, String taskType, String stepKey, List<String> inputs)
            throws IOException;

    /** The dataset, and that this run uses it. */
    void dataset(String runId, DatasetRow dataset) throws IOException;

    void progress(ProgressRow progress) throws IOException;

    void round(RoundRow round) throws IOException;

    /** What a round was trained on; the round itself comes first. */
    void device(DeviceRow device) throws IOException;

    void evaluation(EvaluationRow evaluation) throws IOException;

    void classifier(ClassifierRow classifier) throws IOException;

    /** A model, and that this run made it. */
    void model(ModelRow model) throws IOException;

    /**
     * The model that a name stands for now.
     *
     * @param name {@code champion}, another alias, or the id of a run, a training or a model
     */
    Optional<FoundModel> findModel(String name) throws IOException;

    /** An alias names another model from now on; the same move told twice is one. */
    void aliasMoved(AliasMove move) throws IOException;

    void classification(ClassificationRow classification) throws IOException;

    /** What a workflow of a run was set to. */
    void settings(SettingsRow settings) throws IOException;

    /** What each workflow of the run was set to, by the workflow's name. */
    List<SettingsRow> settings(String runId) throws IOException;

    /** The first run that made an artifact, or found it made. */
    Optional<String> makerOf(String artifact) throws IOException;

    /** The run's attempts at steps that came to nothing, in the order they were begun. */
    List<LostAttempt> lostAttempts(String runId) throws IOException;

    /** What the steps that published these artifacts had read, by artifact, then kind. */
    List<ArtifactSource> sources(List<String> artifacts) throws IOException;

    /** A run was given a combination of a sweep. @param runId blank if it could not be started */
    void sweepRun(String sweepId, int number, String combinationJson, String runId) throws IOException;

    /**
     * The runs of a sweep, best first, failed ones last.
     *
     * @param rankBy accuracy, balancedAccuracy, macroF1 or classifierAccuracy, on validation images
     */
    List<SweptRun> sweptRuns(String sweepId, String rankBy) throws IOException;

    /** The run with that id, or the one that {@code latest} or {@code previous} means. */
    Optional<String> findRun(String name) throws IOException;

    /** What the run's steps published or read, and what that was made from, back to the source images. */
    List<NeededArtifact> neededArtifacts(String runId) throws IOException;

    /** What a check of another run's artifacts found, or some of it. */
    void verified(String runId, String verifiedRun, List<VerifiedArtifact> artifacts) throws IOException;

    /** What has no reason to stay. */
    Retention retention();

    /** Where the run's report is: the key of its index.html in the object store. */
    void report(String runId, String indexKey) throws IOException;
}
