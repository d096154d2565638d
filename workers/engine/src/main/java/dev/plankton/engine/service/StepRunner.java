package dev.plankton.engine.service;

import com.netflix.conductor.common.metadata.tasks.Task;
import dev.plankton.contracts.BadInputException;
import dev.plankton.contracts.ids.RunId;
import dev.plankton.contracts.ids.TaskId;
import dev.plankton.contracts.ids.WorkflowId;
import dev.plankton.contracts.json.Json;
import dev.plankton.db.RunHistory;
import dev.plankton.engine.metrics.StepMeters;
import dev.plankton.engine.step.Outcome;
import dev.plankton.engine.step.Step;
import dev.plankton.engine.store.ArtifactStore;
import dev.plankton.engine.store.ObjectStore;
import dev.plankton.engine.store.ResultMemory;
import dev.plankton.engine.store.ResultMemory.Remembered;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs one attempt at a step: finds a remembered result or does the work, and never throws. */
final class StepRunner {
    private static final Logger LOGGER = LoggerFactory.getLogger(StepRunner.class);

    private final ArtifactStore artifacts;
    private final ObjectStore objects;
    private final ResultMemory memory;
    private final RunHistory history;
    private final StepMeters meters;
    private final Path scratchFolder;

    StepRunner(
            ArtifactStore artifacts,
            ObjectStore objects,
            ResultMemory memory,
            RunHistory history,
            StepMeters meters,
            Path scratchFolder) {
        this.artifacts = artifacts;
        this.objects = objects;
        this.memory = memory;
        this.history = history;
        this.meters = meters;
        this.scratchFolder = scratchFolder;
    }

    /** @param key the key of the remembered output; empty if the attempt ended before the key was known */
    record Attempt(String key, Outcome outcome) {}

    /** A task with everything that an attempt needs. */
    record Job(Task task, RunId runId, Consumer<String> log, Cancellation cancellation) {}

    <I extends Record, O extends Record> Attempt run(Step<I, O> step, Job job) {
        String[] key = {""};
        Outcome outcome;
        try {
            Path scratch = Files.createTempDirectory(scratchFolder, "step-");
            try {
                I input = Inputs.read(
                        step.type().name(),
                        job.task().getInputData(),
                        step.type().input());
                key[0] = key(step, input, job, scratch);
                history.runs().stepClaimed(new TaskId(job.task().getTaskId()), key[0]);
                outcome = attempt(step, input, key[0], job, scratch);
            } finally {
                Folders.delete(scratch);
            }
        } catch (InterruptedException | ClosedByInterruptException e) {
            outcome = new Outcome.Cancelled();
        } catch (BadInputException e) {
            outcome = new Outcome.Rejected(Sentences.mistakes(e));
        } catch (IOException | RuntimeException | Error e) {
            outcome = failed(step, job, e);
        }
        return new Attempt(key[0], outcome);
    }

    private static Outcome failed(Step<?, ?> step, Job job, Throwable e) {
        if (job.cancellation().cancelled()) {
            return new Outcome.Cancelled(); // the cancellation may have caused the failure
        }
        LOGGER.warn("{} failed", step.type().name(), e);
        return new Outcome.Failed(Sentences.of(e));
    }

    private <I extends Record, O extends Record> String key(Step<I, O> step, I input, Job job, Path scratch)
            throws IOException, InterruptedException {
        String fingerprint = step.fingerprint(input, context(job, "", mine(step, "", scratch), scratch));
        return Json.digest(step.type().name(), Integer.toString(step.version()), Json.text(input), fingerprint);
    }

    private <I extends Record, O extends Record> Outcome attempt(
            Step<I, O> step, I input, String key, Job job, Path scratch) throws IOException, InterruptedException {
        StepArtifacts mine = mine(step, key, scratch);
        TaskContext context = context(job, key, mine, scratch);
        Optional<Remembered> remembered = memory.find(step.type().name(), key);
        if (remembered.isPresent()) {
            job.log().accept("Found the result of an earlier run of this step; nothing to do.");
            step.record(
                    input, Json.convert(remembered.get().output(), step.type().output()), context);
            return new Outcome.Reused(remembered.get().output());
        }
        O output = step.run(input, context);
        job.cancellation().check();
        Remembered standing =
                memory.remember(step.type().name(), key, new Remembered(Json.toMap(output), mine.published()));
        step.record(input, Json.convert(standing.output(), step.type().output()), context);
        return new Outcome.Completed(standing.output());
    }

    private StepArtifacts mine(Step<?, ?> step, String key, Path scratch) {
        return new StepArtifacts(artifacts, history, step.type().name(), key, scratch);
    }

    private TaskContext context(Job job, String key, StepArtifacts mine, Path scratch) {
        return new TaskContext(
                new WorkflowId(job.task().getWorkflowInstanceId()),
                job.runId(),
                key,
                mine,
                new StepParts(memory, history, job.task().getTaskType(), key, mine),
                objects,
                history,
                scratch,
                scratchFolder,
                meters.measures(job.task().getTaskType()),
                job.log(),
                job.cancellation());
    }
}
