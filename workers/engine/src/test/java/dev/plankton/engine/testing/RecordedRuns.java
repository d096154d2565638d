package dev.plankton.engine.testing;

import dev.plankton.contracts.ids.ArtifactId;
import dev.plankton.contracts.ids.RunId;
import dev.plankton.contracts.ids.TaskId;
import dev.plankton.db.RunLog;
import dev.plankton.db.rows.AlertRow;
import dev.plankton.db.rows.RunEnd;
import dev.plankton.db.rows.RunStart;
import dev.plankton.db.rows.StepEnd;
import dev.plankton.db.rows.StepStart;
import dev.plankton.engine.testing.RecordedHistory.Claimed;
import dev.plankton.engine.testing.RecordedHistory.Ended;
import dev.plankton.engine.testing.RecordedHistory.Published;
import dev.plankton.engine.testing.RecordedHistory.Report;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Runs, their steps and what these published. */
record RecordedRuns(RecordedHistory history) implements RunLog {

    @Override
    public void started(RunStart run) {
        history.holds(run);
    }

    @Override
    public void ended(RunId run, RunEnd end) {
        history.holds(new Ended(run, end));
    }

    @Override
    public void failedUnseen(RunStart run, String reason) {
        if (start(run.runId()).isEmpty()) {
            history.holds(run);
            history.holds(new Ended(run.runId(), RunEnd.failed(reason)));
        }
    }

    @Override
    public void report(RunId run, String indexKey, Optional<String> address) {
        history.holds(new Report(run, indexKey, address));
    }

    @Override
    public Optional<String> workflow(RunId run) {
        return start(run).map(RunStart::workflow);
    }

    private Optional<RunStart> start(RunId run) {
        return history.all(RunStart.class).stream()
                .filter(start -> start.runId().equals(run))
                .findFirst();
    }

    @Override
    public List<RunId> quiet(Duration since) {
        return List.of();
    }

    @Override
    public void endedUnseen(RunId run, RunEnd end) {
        history.holds(new Ended(run, end));
    }

    @Override
    public void alert(AlertRow alert) {
        history.holds(alert);
    }

    @Override
    public void stepStarted(StepStart step) {
        history.holds(step);
    }

    @Override
    public void stepClaimed(TaskId task, String stepKey) {
        history.holds(new Claimed(task, stepKey));
    }

    @Override
    public void stepEnded(StepEnd step) {
        history.holds(step);
    }

    @Override
    public void artifact(
            ArtifactId id, String kind, long bytes, String taskType, String stepKey, List<ArtifactId> inputs) {
        history.holds(new Published(id, kind, List.copyOf(inputs)));
    }

    @Override
    public void part(String taskType, String part, String stepKey) {}
}
