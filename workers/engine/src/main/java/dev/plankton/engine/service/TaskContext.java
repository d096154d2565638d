package dev.plankton.engine.service;

import dev.plankton.contracts.ids.RunId;
import dev.plankton.contracts.ids.WorkflowId;
import dev.plankton.db.RunHistory;
import dev.plankton.engine.step.Measures;
import dev.plankton.engine.step.Part;
import dev.plankton.engine.step.StepContext;
import dev.plankton.engine.store.Artifacts;
import dev.plankton.engine.store.ObjectStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** The context of one attempt at one task. */
record TaskContext(
        WorkflowId workflowId,
        RunId runId,
        String key,
        Artifacts artifacts,
        StepParts parts,
        ObjectStore objects,
        RunHistory history,
        Path scratch,
        Path processScratch,
        Measures measures,
        Consumer<String> taskLog,
        Cancellation cancellation)
        implements StepContext {

    @Override
    public <T extends Record> T part(String part, Class<T> type, Part<T> work)
            throws IOException, InterruptedException {
        return parts.get(part, type, work);
    }

    @Override
    public <T extends Record> Optional<T> donePart(String part, Class<T> type) throws IOException {
        return parts.find(part, type);
    }

    @Override
    public void log(String line) {
        taskLog.accept(line);
    }

    @Override
    public void checkCancelled() throws InterruptedException {
        cancellation.check();
    }
}
