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
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.HandleConsumer;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** The run history in PostgreSQL; each method is one transaction. */
final class SqlRunHistory implements RunHistory {
    private final Jdbi jdbi;

    SqlRunHistory(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public void runStarted(RunStart run) throws IOException {
        write(handle -> RunSql.started(handle, run));
    }

    @Override
    public void runFailed(String runId, String reason) throws IOException {
        write(handle -> RunSql.ended(handle, runId, "FAILED", reason));
    }

    @Override
    public void runFailedUnseen(RunStart run, String reason) throws IOException {
        write(handle -> RunSql.failedUnseen(handle, run, reason));
    }

    @Override
    public String workflowOf(String runId) throws IOException {
        return read(handle -> RunSql.workflow(handle, runId));
    }

    @Override
    public List<String> quietRuns(Duration since) throws IOException {
        return read(handle -> RunSql.quiet(handle, since));
    }

    @Override
    public void runEndedUnseen(String runId, String reason) throws IOException {
        write(handle -> RunSql.endedUnseen(handle, runId, reason));
    }

    @Override
    public void alert(AlertRow alert) throws IOException {
        write(handle -> RunSql.alert(handle, alert));
    }

    @Override
    public void runCompleted(String runId) throws IOException {
        write(handle -> RunSql.ended(handle, runId, "COMPLETED", ""));
    }

    @Override
    public void report(String runId, String indexKey) throws IOException {
        write(handle -> RunSql.report(handle, runId, indexKey));
    }

    @Override
    public void stepStarted(StepStart step) throws IOException {
        write(handle -> StepSql.started(handle, step));
    }

    @Override
    public void stepClaimed(String taskId, String stepKey) throws IOException {
        write(handle -> StepSql.claimed(handle, taskId, stepKey));
    }

    @Override
    public void stepEnded(StepEnd step) throws IOException {
        write(handle -> StepSql.ended(handle, step));
    }

    @Override
    public void artifact(String sha256, String kind, long bytes, String taskType, String stepKey, List<String> inputs)
            throws IOException {
        write(handle -> ArtifactSql.published(handle, sha256, kind, bytes, taskType, stepKey, inputs));
    }

    @Override
    public void dataset(String runId, DatasetRow dataset) throws IOException {
        write(handle -> DatasetSql.used(handle, runId, dataset));
    }

    @Override
    public void progress(ProgressRow progress) throws IOException {
        write(handle -> TrainingSql.progress(handle, progress));
    }

    @Override
    public void round(RoundRow round) throws IOException {
        write(handle -> TrainingSql.round(handle, round));
    }

    @Override
    public void device(DeviceRow device) throws IOException {
        write(handle -> TrainingSql.device(handle, device));
    }

    @Override
    public void evaluation(EvaluationRow evaluation) throws IOException {
        write(handle -> EvaluationSql.evaluated(handle, evaluation));
    }

    @Override
    public void classifier(ClassifierRow classifier) throws IOException {
        write(handle -> ClassifierSql.trained(handle, classifier));
    }

    @Override
    public void model(ModelRow model) throws IOException {
        write(handle -> ModelSql.made(handle, model));
    }

    @Override
    public Optional<FoundModel> findModel(String name) throws IOException {
        return read(handle -> ModelSql.find(handle, name));
    }

    @Override
    public void aliasMoved(AliasMove move) throws IOException {
        write(handle -> ModelSql.aliasMoved(handle, move));
    }

    @Override
    public void classification(ClassificationRow classification) throws IOException {
        write(handle -> ModelSql.classified(handle, classification));
    }

    @Override
    public void settings(SettingsRow settings) throws IOException {
        write(handle -> ProvenanceSql.settings(handle, settings));
    }

    @Override
    public List<SettingsRow> settings(String runId) throws IOException {
        return read(handle -> ProvenanceSql.settings(handle, runId));
    }

    @Override
    public Optional<String> makerOf(String artifact) throws IOException {
        return read(handle -> ProvenanceSql.makerOf(handle, artifact));
    }

    @Override
    public List<LostAttempt> lostAttempts(String runId) throws IOException {
        return read(handle -> ProvenanceSql.lostAttempts(handle, runId));
    }

    @Override
    public List<ArtifactSource> sources(List<String> artifacts) throws IOException {
        return read(handle -> ProvenanceSql.sources(handle, artifacts));
    }

    @Override
    public void sweepRun(String sweepId, int number, String combinationJson, String runId) throws IOException {
        write(handle -> SweepSql.run(handle, sweepId, number, combinationJson, runId));
    }

    @Override
    public List<SweptRun> sweptRuns(String sweepId, String rankBy) throws IOException {
        return read(handle -> SweepSql.runs(handle, sweepId, rankBy));
    }

    @Override
    public Optional<String> findRun(String name) throws IOException {
        return read(handle -> IntegritySql.findRun(handle, name));
    }

    @Override
    public List<NeededArtifact> neededArtifacts(String runId) throws IOException {
        return read(handle -> IntegritySql.needed(handle, runId));
    }

    @Override
    public void verified(String runId, String verifiedRun, List<VerifiedArtifact> artifacts) throws IOException {
        write(handle -> IntegritySql.verified(handle, runId, verifiedRun, artifacts));
    }

    @Override
    public Retention retention() {
        return new SqlRetention(jdbi);
    }

    private <T> T read(HandleCallback<T, RuntimeException> question) throws IOException {
        try {
            return jdbi.withHandle(question);
        } catch (JdbiException e) {
            throw new IOException("the run history cannot be read: " + rootMessage(e), e);
        }
    }

    private void write(HandleConsumer<RuntimeException> work) throws IOException {
        try {
            jdbi.useTransaction(work::useHandle);
        } catch (JdbiException e) {
            throw new IOException("the run history cannot be written: " + rootMessage(e), e);
        }
    }

    private static String rootMessage(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
    }
}
