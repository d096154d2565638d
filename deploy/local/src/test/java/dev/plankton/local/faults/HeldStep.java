package dev.plankton.local.faults;

import dev.plankton.contracts.ids.ArtifactId;
import dev.plankton.contracts.ids.RunId;
import dev.plankton.contracts.ids.WorkflowId;
import dev.plankton.contracts.json.Json;
import dev.plankton.contracts.tasks.TaskType;
import dev.plankton.db.RunHistory;
import dev.plankton.engine.step.Measures;
import dev.plankton.engine.step.Part;
import dev.plankton.engine.step.Step;
import dev.plankton.engine.step.StepContext;
import dev.plankton.engine.store.Artifacts;
import dev.plankton.engine.store.ObjectStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A real step that can be held where a fault does most harm: when some of its output is published and the rest is not, or
 * everything is done but to report the result. Steps of round 0 are not held: nothing is trained in that round.
 */
record HeldStep<I extends Record, O extends Record>(Step<I, O> step, Holds holds) implements Step<I, O> {

    @Override
    public TaskType<I, O> type() {
        return step.type();
    }

    @Override
    public int version() {
        return step.version();
    }

    @Override
    public boolean exclusive() {
        return step.exclusive();
    }

    @Override
    public String fingerprint(I input, StepContext context) throws IOException, InterruptedException {
        return step.fingerprint(input, context);
    }

    @Override
    public O run(I input, StepContext context) throws IOException, InterruptedException {
        return step.run(
                input,
                first(input) ? context : new HoldingContext(context, step.type().name(), holds));
    }

    @Override
    public void record(I input, O output, StepContext context) throws IOException, InterruptedException {
        step.record(input, output, context);
        if (!first(input)) {
            holds.await(Holds.done(step.type().name()));
        }
    }

    private boolean first(I input) {
        return Json.text(input).contains("\"round\":0,");
    }

    private record HoldingContext(StepContext context, String taskType, Holds holds) implements StepContext {

        @Override
        public WorkflowId workflowId() {
            return context.workflowId();
        }

        @Override
        public RunId runId() {
            return context.runId();
        }

        @Override
        public String key() {
            return context.key();
        }

        @Override
        public Artifacts artifacts() {
            return new HoldingArtifacts(context.artifacts(), taskType, holds);
        }

        @Override
        public <R extends Record> R part(String part, Class<R> type, Part<R> work)
                throws IOException, InterruptedException {
            return context.part(part, type, own -> work.run(new HoldingArtifacts(own, taskType, holds)));
        }

        @Override
        public <R extends Record> Optional<R> donePart(String part, Class<R> type)
                throws IOException, InterruptedException {
            return context.donePart(part, type);
        }

        @Override
        public ObjectStore objects() {
            return context.objects();
        }

        @Override
        public RunHistory history() {
            return context.history();
        }

        @Override
        public Path scratch() {
            return context.scratch();
        }

        @Override
        public Path processScratch() {
            return context.processScratch();
        }

        @Override
        public Measures measures() {
            return context.measures();
        }

        @Override
        public void log(String line) {
            context.log(line);
        }

        @Override
        public void checkCancelled() throws InterruptedException {
            context.checkCancelled();
        }
    }

    private record HoldingArtifacts(Artifacts artifacts, String taskType, Holds holds) implements Artifacts {

        @Override
        public ArtifactId publish(String kind, Path file) throws IOException, InterruptedException {
            ArtifactId id = artifacts.publish(kind, file);
            holds.await(taskType);
            return id;
        }

        @Override
        public ArtifactId publishJson(String kind, Object value) throws IOException, InterruptedException {
            ArtifactId id = artifacts.publishJson(kind, value);
            holds.await(taskType);
            return id;
        }

        @Override
        public void uses(ArtifactId id) {
            artifacts.uses(id);
        }

        @Override
        public Path fetch(ArtifactId id) throws IOException, InterruptedException {
            return artifacts.fetch(id);
        }

        @Override
        public void release(ArtifactId id) throws IOException {
            artifacts.release(id);
        }

        @Override
        public <T> T fetchJson(ArtifactId id, Class<T> type) throws IOException, InterruptedException {
            return artifacts.fetchJson(id, type);
        }
    }
}
