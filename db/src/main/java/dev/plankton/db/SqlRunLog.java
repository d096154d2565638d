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

/** {@link RunLog} in PostgreSQL; each method is one transaction. */
final class SqlRunLog implements RunLog {
    private final Transactions database;

    SqlRunLog(Transactions database) {
        this.database = database;
    }

    @Override
    public void started(RunStart run) throws IOException {
        database.write(handle -> RunSql.started(handle, run));
    }

    @Override
    public void ended(RunId run, RunEnd end) throws IOException {
        database.write(handle -> RunSql.ended(handle, run, end));
    }

    @Override
    public void failedUnseen(RunStart run, String reason) throws IOException {
        database.write(handle -> RunSql.failedUnseen(handle, run, reason));
    }

    @Override
    public void report(RunId run, String indexKey, Optional<String> address) throws IOException {
        database.write(handle -> RunSql.report(handle, run, indexKey, address));
    }

    @Override
    public Optional<String> workflow(RunId run) throws IOException {
        return database.read(handle -> RunSql.workflow(handle, run));
    }

    @Override
    public List<RunId> quiet(Duration since) throws IOException {
        return database.read(handle -> RunSql.quiet(handle, since));
    }

    @Override
    public void endedUnseen(RunId run, RunEnd end) throws IOException {
        database.write(handle -> RunSql.endedUnseen(handle, run, end));
    }

    @Override
    public void alert(AlertRow alert) throws IOException {
        database.write(handle -> RunSql.alert(handle, alert));
    }

    @Override
    public void stepStarted(StepStart step) throws IOException {
        database.write(handle -> StepSql.started(handle, step));
    }

    @Override
    public void stepClaimed(TaskId task, String stepKey) throws IOException {
        database.write(handle -> StepSql.claimed(handle, task, stepKey));
    }

    @Override
    public void stepEnded(StepEnd step) throws IOException {
        database.write(handle -> StepSql.ended(handle, step));
    }

    @Override
    public void artifact(
            ArtifactId id, String kind, long bytes, String taskType, String stepKey, List<ArtifactId> inputs)
            throws IOException {
        database.write(handle -> ArtifactSql.published(handle, id, kind, bytes, taskType, stepKey, inputs));
    }

    @Override
    public void part(String taskType, String part, String stepKey) throws IOException {
        database.write(handle -> ArtifactSql.part(handle, taskType, part, stepKey));
    }
}
