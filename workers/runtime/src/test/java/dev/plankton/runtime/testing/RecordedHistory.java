package dev.plankton.runtime.testing;

import dev.plankton.db.Retention;
import dev.plankton.db.RunHistory;
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
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what the run history is told, in order; what is no record of its own becomes one of the records below. */
public class RecordedHistory implements RunHistory {
    private final List<Record> told = new CopyOnWriteArrayList<>();

    /** A run ended, well if the reason is empty. */
    public record RunEnd(String runId, String reason) {}

    /** An attempt said what it is about to find or make. */
    public record Claimed(String taskId, String stepKey) {}

    /** An artifact was published. */
    public record Published(String sha256, String kind, List<String> inputs) {}

    /** The run that made an artifact. */
    public record Maker(String artifact, String runId) {}

    /** A report was written. */
    public record Report(String runId, String indexKey) {}

    /** What was told, of one type. */
    public <T extends Record> List<T> all(Class<T> type) {
        return told.stream().filter(type::isInstance).map(type::cast).toList();
    }

    @Override
    public void runStarted(RunStart run) {
        told.add(run);
    }

    @Override
    public void runFailed(String runId, String reason) {
        told.add(new RunEnd(runId, reason));
    }

    @Override
    public void runFailedUnseen(RunStart run, String reason) {
        if (all(RunStart.class).stream().noneMatch(known -> known.runId().equals(run.runId()))) {
            told.add(run);
            told.add(new RunEnd(run.runId(), reason));
        }
    }

    @Override
    public String workflowOf(String runId) {
        return all(RunStart.class).stream()
                .filter(run -> run.runId().equals(runId))
                .map(RunStart::workflow)
                .findFirst()
                .orElse("");
    }

    @Override
    public List<String> quietRuns(Duration since) {
        return List.of();
    }

    @Override
    public void runEndedUnseen(String runId, String reason) {
        told.add(new RunEnd(runId, reason));
    }

    @Override
    public void alert(AlertRow alert) {
        told.add(alert);
    }

    @Override
    public void runCompleted(String runId) {
        told.add(new RunEnd(runId, ""));
    }

    @Override
    public void stepStarted(StepStart step) {
        told.add(step);
    }

    @Override
    public void sweepRun(String sweepId, int number, String combinationJson, String runId) {
        told.add(new SweptRun(number, runId, combinationJson, "RUNNING", "", 0, 0, 0));
    }

    @Override
    public List<SweptRun> sweptRuns(String sweepId, String rankBy) {
        return all(SweptRun.class);
    }

    @Override
    public Optional<String> findRun(String name) {
        return all(RunStart.class).stream()
                .map(RunStart::runId)
                .filter(name::equals)
                .findFirst();
    }

    @Override
    public List<NeededArtifact> neededArtifacts(String runId) {
        return all(Published.class).stream()
                .map(published -> new NeededArtifact(published.sha256(), published.kind(), "test"))
                .toList();
    }

    @Override
    public void verified(String runId, String verifiedRun, List<VerifiedArtifact> artifacts) {
        told.addAll(artifacts);
    }

    @Override
    public Retention retention() {
        throw new UnsupportedOperationException("only a real database knows what has no reason to stay");
    }

    @Override
    public void stepClaimed(String taskId, String stepKey) {
        told.add(new Claimed(taskId, stepKey));
    }

    @Override
    public void stepEnded(StepEnd step) {
        told.add(step);
    }

    @Override
    public void artifact(String sha256, String kind, long bytes, String taskType, String stepKey, List<String> inputs) {
        told.add(new Published(sha256, kind, List.copyOf(inputs)));
    }

    @Override
    public void dataset(String runId, DatasetRow dataset) {
        told.add(dataset);
    }

    @Override
    public void progress(ProgressRow progress) {
        told.add(progress);
    }

    @Override
    public void round(RoundRow round) {
        told.add(round);
    }

    @Override
    public void device(DeviceRow device) {
        told.add(device);
    }

    @Override
    public void evaluation(EvaluationRow evaluation) {
        told.add(evaluation);
    }

    @Override
    public void classifier(ClassifierRow classifier) {
        told.add(classifier);
    }

    @Override
    public void model(ModelRow model) {
        told.add(model);
    }

    /** The last model that was told of, whatever the name, but for the name none. */
    @Override
    public Optional<FoundModel> findModel(String name) {
        return all(ModelRow.class).reversed().stream()
                .filter(model -> !name.equals("none"))
                .map(model -> new FoundModel(model.modelId(), "the last"))
                .findFirst();
    }

    @Override
    public void aliasMoved(AliasMove move) {
        told.add(move);
    }

    @Override
    public void classification(ClassificationRow classification) {
        told.add(classification);
    }

    @Override
    public void report(String runId, String indexKey) {
        told.add(new Report(runId, indexKey));
    }

    @Override
    public void settings(SettingsRow settings) {
        told.add(settings);
    }

    @Override
    public List<SettingsRow> settings(String runId) {
        return all(SettingsRow.class).stream()
                .filter(row -> row.runId().equals(runId))
                .toList();
    }

    /** Nobody keeps steps here: an artifact is said to be of the run that the test names with {@link Maker}. */
    @Override
    public Optional<String> makerOf(String artifact) {
        return all(Maker.class).stream()
                .filter(maker -> maker.artifact().equals(artifact))
                .map(Maker::runId)
                .findFirst();
    }

    @Override
    public List<LostAttempt> lostAttempts(String runId) {
        return all(LostAttempt.class);
    }

    @Override
    public List<ArtifactSource> sources(List<String> artifacts) {
        return all(Published.class).stream()
                .filter(published -> artifacts.contains(published.sha256()))
                .flatMap(published -> published.inputs().stream()
                        .map(input -> new ArtifactSource(published.sha256(), input, kind(input))))
                .distinct()
                .sorted(Comparator.comparing(ArtifactSource::artifact)
                        .thenComparing(ArtifactSource::kind)
                        .thenComparing(ArtifactSource::source))
                .toList();
    }

    private String kind(String artifact) {
        return all(Published.class).stream()
                .filter(published -> published.sha256().equals(artifact))
                .map(Published::kind)
                .findFirst()
                .orElse("unknown");
    }

    /** What the history is to answer: a row that steps only read. */
    public void holds(Record row) {
        told.add(row);
    }
}
