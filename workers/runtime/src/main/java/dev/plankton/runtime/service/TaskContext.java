package dev.plankton.runtime.service;

import dev.plankton.db.RunHistory;
import dev.plankton.runtime.step.StepContext;
import dev.plankton.runtime.store.Artifacts;
import dev.plankton.runtime.store.ObjectStore;
import java.nio.file.Path;
import java.util.function.Consumer;

/** The context of one attempt at one task. */
record TaskContext(
        String workflowId,
        String runId,
        String key,
        Artifacts artifacts,
        ObjectStore objects,
        RunHistory history,
        Path scratch,
        Consumer<String> taskLog,
        Cancellation cancellation)
        implements StepContext {

    @Override
    public void log(String line) {
        taskLog.accept(line);
    }

    @Override
    public void checkCancelled() throws InterruptedException {
        cancellation.check();
    }
}
