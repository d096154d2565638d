package dev.plankton.engine.step;

import dev.plankton.contracts.ids.ArtifactId;
import dev.plankton.contracts.ids.RunId;
import dev.plankton.contracts.ids.WorkflowId;
import dev.plankton.db.RunHistory;
import dev.plankton.engine.store.Artifacts;
import dev.plankton.engine.store.ObjectStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** What a step can use while it runs. Several threads of the step may call every method. */
public interface StepContext {

    /** The workflow that the task belongs to: the run itself, or a sub-workflow of it. */
    WorkflowId workflowId();

    /** The run that the step works for: the id of the outermost workflow. */
    RunId runId();

    /** The hash of task type, version, input and fingerprint under which this step's output will be remembered. */
    String key();

    /** The artifacts of all runs. Artifacts that the step reads are recorded as inputs of those that it publishes. */
    Artifacts artifacts();

    /** Publishes a finished file as an artifact of the given kind ("checkpoint", "embeddings", ...). */
    default ArtifactId publish(String kind, Path file) throws IOException, InterruptedException {
        return artifacts().publish(kind, file);
    }

    /**
     * Does a part of a step that takes long, unless it is already done: by an earlier attempt, or by another task of the
     * same type. Its result is remembered at once, with all artifacts that the part publishes.
     *
     * @param part names the part: a {@link dev.plankton.contracts.json.Json#digest digest} of all that its result
     *     depends on, also of the step's version
     */
    <T extends Record> T part(String part, Class<T> type, Part<T> work) throws IOException, InterruptedException;

    /** The result of a part that is already done and whose artifacts are whole. */
    <T extends Record> Optional<T> donePart(String part, Class<T> type) throws IOException, InterruptedException;

    /** The objects that users upload, and the folders that they open in a browser. */
    ObjectStore objects();

    RunHistory history();

    /** An empty folder for this attempt, deleted after it. */
    Path scratch();

    /** A folder for files that later attempts of this process may use again, deleted when the process ends. */
    Path processScratch();

    /** Takes the progress of the step, for those who watch the workers. */
    Measures measures();

    /** Adds a line to the task's log, which the Conductor UI shows. */
    void log(String line);

    /**
     * A step that takes longer than a second must call this often, at least once a second.
     *
     * @throws InterruptedException if the workflow was cancelled, or the worker is being stopped
     */
    void checkCancelled() throws InterruptedException;
}
