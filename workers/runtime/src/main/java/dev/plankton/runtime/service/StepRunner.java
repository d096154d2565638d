package dev.plankton.runtime.service;

import com.netflix.conductor.common.metadata.tasks.Task;
import dev.plankton.db.RunHistory;
import dev.plankton.runtime.Folders;
import dev.plankton.runtime.Json;
import dev.plankton.runtime.step.BadInputException;
import dev.plankton.runtime.step.Outcome;
import dev.plankton.runtime.step.Step;
import dev.plankton.runtime.store.ArtifactStore;
import dev.plankton.runtime.store.ObjectStore;
import dev.plankton.runtime.store.ResultMemory;
import dev.plankton.runtime.store.ResultMemory.Remembered;
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
    private final Path scratchFolder;

    StepRunner(
            ArtifactStore artifacts, ObjectStore objects, ResultMemory memory, RunHistory history, Path scratchFolder) {
        this.artifacts = artifacts;
        this.objects = objects;
        this.memory = memory;
        this.history = history;
        this.scratchFolder = scratchFolder;
    }

    /** @param key under which the output is remembered; empty if it did not come that far */
    record Attempt(String key, Outcome outcome) {}

    /** A task with all that an attempt at it needs. */
    record Job(Task task, String runId, Consumer<String> log, Cancellation cancellation) {}

    <I extends Record, O extends Record> Attempt run(Step<I, O> step, Job job) {
        String[] key = {""};
        Outcome outcome;
        try {
            Path scratch = Files.createTempDirectory(scratchFolder, "step-");
            try {
                I input = Inputs.read(step.taskType(), job.task().getInputData(), step.inputType());
                key[0] = key(step, input, job, scratch);
                history.stepClaimed(job.task().getTaskId(), key[0]);
                outcome = attempt(step, input, key[0], job, scratch);
            } finally {
                Folders.delete(scratch);
            }
        } catch (InterruptedException | ClosedByInterruptException e) {
            outcome = new Outcome.Cancelled();
        } catch (BadInputException e) {
            outcome = new Outcome.Rejected(Sentences.of(e));
        } catch (IOException | RuntimeException | Error e) {
            outcome = failed(step, job, e);
        }
        return new Attempt(key[0], outcome);
    }

    private static Outcome failed(Step<?, ?> step, Job job, Throwable e) {
        if (job.cancellation().cancelled()) {
            return new Outcome.Cancelled(); // whatever it was, the cancellation may have caused it
        }
        LOGGER.warn("{} failed", step.taskType(), e);
        return new Outcome.Failed(Sentences.of(e));
    }

    private <I extends Record, O extends Record> String key(Step<I, O> step, I input, Job job, Path scratch)
            throws IOException, InterruptedException {
        String fingerprint = step.fingerprint(input, context(job, "", mine(step, "", scratch), scratch));
        return Json.digest(step.taskType(), Integer.toString(step.version()), Json.text(input), fingerprint);
    }

    private <I extends Record, O extends Record> Outcome attempt(
            Step<I, O> step, I input, String key, Job job, Path scratch) throws IOException, InterruptedException {
        StepArtifacts mine = mine(step, key, scratch);
        TaskContext context = context(job, key, mine, scratch);
        Optional<Remembered> remembered = memory.find(step.taskType(), key);
        if (remembered.isPresent()) {
            job.log().accept("Found the result of an earlier run of this step; nothing to do.");
            step.record(input, Json.convert(remembered.get().output(), step.outputType()), context);
            return new Outcome.Reused(remembered.get().output());
        }
        O output = step.run(input, context);
        job.cancellation().check();
        Remembered standing =
                memory.remember(step.taskType(), key, new Remembered(Json.toMap(output), mine.published()));
        step.record(input, Json.convert(standing.output(), step.outputType()), context);
        return new Outcome.Completed(standing.output());
    }

    private StepArtifacts mine(Step<?, ?> step, String key, Path scratch) {
        return new StepArtifacts(artifacts, history, step.taskType(), key, scratch);
    }

    private TaskContext context(Job job, String key, StepArtifacts mine, Path scratch) {
        return new TaskContext(
                job.task().getWorkflowInstanceId(),
                job.runId(),
                key,
                mine,
                objects,
                history,
                scratch,
                job.log(),
                job.cancellation());
    }
}
