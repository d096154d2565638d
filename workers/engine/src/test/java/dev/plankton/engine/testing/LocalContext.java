package dev.plankton.engine.testing;

import dev.plankton.contracts.ids.RunId;
import dev.plankton.contracts.ids.WorkflowId;
import dev.plankton.contracts.json.Json;
import dev.plankton.engine.step.Part;
import dev.plankton.engine.step.Step;
import dev.plankton.engine.step.StepContext;
import dev.plankton.engine.store.ObjectStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Runs steps in a folder, without any service: real files, real JSON, a recorded history. */
public final class LocalContext implements StepContext {
    private final Path folder;
    private final RecordedHistory history;
    private final FolderArtifacts artifacts;
    private final ObjectStore objects;
    private final RecordedMeasures measures = new RecordedMeasures();
    private final Map<String, Map<String, Object>> parts = new ConcurrentHashMap<>();
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private volatile Path scratch;
    private volatile String key = "0".repeat(64);
    private volatile boolean cancelled;

    /** @param folder an empty folder of the test's own */
    public LocalContext(Path folder) throws IOException {
        this(folder, new FolderObjects(folder.resolve("objects")), new RecordedHistory());
    }

    /** @param folder of the artifacts; some may already be there */
    public LocalContext(Path folder, ObjectStore objects, RecordedHistory history) throws IOException {
        this.folder = folder;
        this.history = history;
        this.artifacts = new FolderArtifacts(folder.resolve("artifacts"), history);
        this.objects = objects;
        this.scratch = Files.createTempDirectory(folder, "scratch-");
    }

    /** Runs a step with input and output turned into JSON and back, and lets it record, as the runtime does. */
    public <I extends Record, O extends Record> O run(Step<I, O> step, I input)
            throws IOException, InterruptedException {
        scratch = Files.createTempDirectory(folder, "scratch-");
        I read = Json.convert(Json.toMap(input), step.type().input());
        String fingerprint = step.fingerprint(read, this);
        key = Json.digest(step.type().name(), Integer.toString(step.version()), Json.text(read), fingerprint);
        O output = Json.convert(Json.toMap(step.run(read, this)), step.type().output());
        step.record(read, output, this);
        return output;
    }

    /** From now on {@link #checkCancelled} throws. */
    public void cancel() {
        cancelled = true;
    }

    /** The lines of the task's log. */
    public List<String> lines() {
        return List.copyOf(lines);
    }

    @Override
    public WorkflowId workflowId() {
        return new WorkflowId("workflow");
    }

    @Override
    public RunId runId() {
        return new RunId("run");
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public FolderArtifacts artifacts() {
        return artifacts;
    }

    @Override
    public <T extends Record> T part(String part, Class<T> type, Part<T> work)
            throws IOException, InterruptedException {
        Optional<T> done = donePart(part, type);
        if (done.isPresent()) {
            return done.get();
        }
        T result = work.run(artifacts);
        parts.put(part, Json.toMap(result));
        return result;
    }

    @Override
    public <T extends Record> Optional<T> donePart(String part, Class<T> type) {
        return Optional.ofNullable(parts.get(part)).map(result -> Json.convert(result, type));
    }

    /** How many parts of steps are done. */
    public int parts() {
        return parts.size();
    }

    @Override
    public ObjectStore objects() {
        return objects;
    }

    @Override
    public RecordedHistory history() {
        return history;
    }

    @Override
    public Path scratch() {
        return scratch;
    }

    @Override
    public Path processScratch() {
        return folder;
    }

    @Override
    public RecordedMeasures measures() {
        return measures;
    }

    @Override
    public void log(String line) {
        lines.add(line);
    }

    @Override
    public void checkCancelled() throws InterruptedException {
        if (cancelled) {
            throw new InterruptedException("cancelled");
        }
    }
}
