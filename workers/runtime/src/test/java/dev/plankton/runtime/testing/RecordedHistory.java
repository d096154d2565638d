package dev.plankton.runtime.testing;

import dev.plankton.db.RunHistory;
import dev.plankton.db.rows.AliasMove;
import dev.plankton.db.rows.ClassificationRow;
import dev.plankton.db.rows.ClassifierRow;
import dev.plankton.db.rows.DatasetRow;
import dev.plankton.db.rows.DeviceRow;
import dev.plankton.db.rows.EvaluationRow;
import dev.plankton.db.rows.FoundModel;
import dev.plankton.db.rows.ModelRow;
import dev.plankton.db.rows.ProgressRow;
import dev.plankton.db.rows.RoundRow;
import dev.plankton.db.rows.RunStart;
import dev.plankton.db.rows.StepEnd;
import dev.plankton.db.rows.StepStart;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what the run history is told, in order; what is no record of its own becomes one of the records below. */
public class RecordedHistory implements RunHistory {
    private final List<Record> told = new CopyOnWriteArrayList<>();

    /** A run ended, well if the reason is empty. */
    public record RunEnd(String runId, String reason) {}

    /** An artifact was published. */
    public record Published(String sha256, String kind, List<String> inputs) {}

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
    public void runCompleted(String runId) {
        told.add(new RunEnd(runId, ""));
    }

    @Override
    public void stepStarted(StepStart step) {
        told.add(step);
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
}
