package dev.plankton.engine.testing;

import dev.plankton.contracts.ids.ArtifactId;
import dev.plankton.contracts.ids.RunId;
import dev.plankton.contracts.ids.TaskId;
import dev.plankton.db.Integrity;
import dev.plankton.db.Models;
import dev.plankton.db.Provenance;
import dev.plankton.db.Retention;
import dev.plankton.db.RunHistory;
import dev.plankton.db.RunLog;
import dev.plankton.db.Sweeps;
import dev.plankton.db.TrainingLog;
import dev.plankton.db.rows.RunEnd;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Keeps everything that is written to the run history, in order. What has no record type of its own becomes one of the
 * records below.
 */
public class RecordedHistory implements RunHistory {
    private final List<Record> told = new CopyOnWriteArrayList<>();
    private final RecordedRuns runs = new RecordedRuns(this);
    private final RecordedTraining training = new RecordedTraining(this);
    private final RecordedModels models = new RecordedModels(this);
    private final RecordedProvenance provenance = new RecordedProvenance(this);
    private final RecordedSweeps sweeps = new RecordedSweeps(this);
    private final RecordedIntegrity integrity = new RecordedIntegrity(this);

    /** A run ended. */
    public record Ended(RunId runId, RunEnd end) {}

    /** An attempt announced the result that it is about to find or make. */
    public record Claimed(TaskId taskId, String stepKey) {}

    /** An artifact was published. */
    public record Published(ArtifactId artifact, String kind, List<ArtifactId> inputs) {}

    /** The run that made an artifact. */
    public record Maker(ArtifactId artifact, RunId runId) {}

    /** A report was written. */
    public record Report(RunId runId, String indexKey, Optional<String> address) {}

    /** All records of one type. */
    public <T extends Record> List<T> all(Class<T> type) {
        return told.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** Adds a record: one that a step writes, or one that steps only read. */
    public void holds(Record row) {
        told.add(row);
    }

    @Override
    public RunLog runs() {
        return runs;
    }

    @Override
    public TrainingLog training() {
        return training;
    }

    @Override
    public Models models() {
        return models;
    }

    @Override
    public Provenance provenance() {
        return provenance;
    }

    @Override
    public Sweeps sweeps() {
        return sweeps;
    }

    @Override
    public Integrity integrity() {
        return integrity;
    }

    @Override
    public Retention retention() {
        throw new UnsupportedOperationException("only a real database knows what is no longer needed");
    }
}
