package dev.plankton.datasetimport;

import dev.plankton.db.RunHistory;
import dev.plankton.runtime.step.StepContext;
import dev.plankton.runtime.store.Artifacts;
import dev.plankton.runtime.store.ObjectStore;
import dev.plankton.runtime.testing.LocalContext;
import java.nio.file.Path;

/** A local context whose uploads lie in a real store. */
record StoreContext(LocalContext local, ObjectStore objects) implements StepContext {

    @Override
    public String workflowId() {
        return local.workflowId();
    }

    @Override
    public String runId() {
        return local.runId();
    }

    @Override
    public String key() {
        return local.key();
    }

    @Override
    public Artifacts artifacts() {
        return local.artifacts();
    }

    @Override
    public RunHistory history() {
        return local.history();
    }

    @Override
    public Path scratch() {
        return local.scratch();
    }

    @Override
    public void log(String line) {
        local.log(line);
    }

    @Override
    public void checkCancelled() throws InterruptedException {
        local.checkCancelled();
    }
}
