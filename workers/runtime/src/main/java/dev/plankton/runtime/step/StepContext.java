package dev.plankton.runtime.step;

import dev.plankton.db.RunHistory;
import dev.plankton.runtime.store.ArtifactId;
import dev.plankton.runtime.store.Artifacts;
import dev.plankton.runtime.store.ObjectStore;
import java.io.IOException;
import java.nio.file.Path;

/** What a step may touch while it runs; every method may be called from several threads of the step. */
public interface StepContext {

    /** The workflow that the task belongs to: the run itself, or a sub-workflow of it. */
    String workflowId();

    /** The run that the step works for: the id of the outermost workflow. */
    String runId();

    /** The hash of task type, version, input and fingerprint under which this step's output will be remembered. */
    String key();

    /** The artifacts of all runs; what is opened here is noted as an input of what is published. */
    Artifacts artifacts();

    /** Publishes a finished file as an artifact of the given kind ("checkpoint", "embeddings", ...). */
    default ArtifactId publish(String kind, Path file) throws IOException, InterruptedException {
        return artifacts().publish(kind, file);
    }

    /** The objects that users upload, and the folders that they open in a browser. */
    ObjectStore objects();

    RunHistory history();

    /** An empty folder of this attempt's own, deleted after it. */
    Path scratch();

    /** Adds a line to the task's log, which the Conductor UI shows. */
    void log(String line);

    /**
     * To be called often, at least once a second, by anything that takes longer.
     *
     * @throws InterruptedException if the workflow was cancelled or paused for good, or the worker is being stopped
     */
    void checkCancelled() throws InterruptedException;
}
