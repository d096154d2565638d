package dev.plankton.runtime.service;

import com.netflix.conductor.common.metadata.tasks.Task;
import dev.plankton.db.RunHistory;
import dev.plankton.runtime.Json;
import dev.plankton.runtime.step.BadInputException;
import dev.plankton.runtime.step.Outcome;
import dev.plankton.runtime.step.Step;
import dev.plankton.runtime.step.StepContext;
import dev.plankton.runtime.store.ArtifactStore;
import dev.plankton.runtime.store.ObjectStore;
import dev.plankton.runtime.store.ResultMemory;
import dev.plankton.runtime.store.ResultMemory.Remembered;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
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

    <I extends Record, O extends Record> Outcome run(
            Step<I, O> step, Task task, String runId, Consumer<String> log, Cancellation cancellation) {
        try {
            Path scratch = Files.createTempDirectory(Files.createDirectories(scratchFolder), "step-");
            try {
                return attempt(step, task, runId, log, cancellation, scratch);
            } finally {
                Folders.delete(scratch);
            }
        } catch (BadInputException e) {
            return new Outcome.Rejected(sentence(e));
        } catch (InterruptedException | ClosedByInterruptException e) {
            LOGGER.info("{} was cancelled", step.taskType());
            return new Outcome.Cancelled();
        } catch (IOException | RuntimeException | LinkageError | OutOfMemoryError e) {
            if (cancellation.cancelled()) {
                return new Outcome.Cancelled();
            }
            LOGGER.warn("{} failed", step.taskType(), e);
            return new Outcome.Failed(sentence(e));
        }
    }

    private <I extends Record, O extends Record> Outcome attempt(
            Step<I, O> step, Task task, String runId, Consumer<String> log, Cancellation cancellation, Path scratch)
            throws IOException, InterruptedException {
        I input = input(step, task.getInputData());
        StepContext preview =
                context(step, task, runId, "", log, cancellation, scratch).context();
        String key = Json.digest(
                step.taskType(), Integer.toString(step.version()), Json.text(input), step.fingerprint(input, preview));
        Attempt attempt = context(step, task, runId, key, log, cancellation, scratch);
        Optional<Remembered> remembered = memory.find(step.taskType(), key);
        if (remembered.isPresent()) {
            Map<String, Object> output = remembered.get().output();
            step.record(input, Json.convert(output, step.outputType()), attempt.context());
            log.accept("Found the result of an earlier run of this step; nothing to do.");
            return new Outcome.Reused(output);
        }
        O output = step.run(input, attempt.context());
        cancellation.check();
        Remembered standing = memory.remember(
                step.taskType(),
                key,
                new Remembered(Json.toMap(output), attempt.artifacts().published()));
        step.record(input, Json.convert(standing.output(), step.outputType()), attempt.context());
        return new Outcome.Completed(standing.output());
    }

    private record Attempt(StepContext context, StepArtifacts artifacts) {}

    private Attempt context(
            Step<?, ?> step,
            Task task,
            String runId,
            String key,
            Consumer<String> log,
            Cancellation cancellation,
            Path scratch) {
        StepArtifacts mine = new StepArtifacts(artifacts, history, step.taskType(), key, scratch);
        return new Attempt(
                new TaskContext(
                        task.getWorkflowInstanceId(), runId, key, mine, objects, history, scratch, log, cancellation),
                mine);
    }

    private static <I extends Record> I input(Step<I, ?> step, Map<String, Object> given) {
        try {
            return Json.convert(given, step.inputType());
        } catch (IllegalArgumentException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof BadInputException bad) {
                    throw bad;
                }
            }
            throw new BadInputException(
                    "The input of %s cannot be read: %s".formatted(step.taskType(), firstLine(e.getMessage())));
        }
    }

    private static String sentence(Throwable e) {
        String message = firstLine(e.getMessage());
        return e instanceof BadInputException ? message : e.getClass().getSimpleName() + ": " + message;
    }

    private static String firstLine(@org.jspecify.annotations.Nullable String message) {
        return message == null ? "no message" : message.lines().findFirst().orElse("no message");
    }
}
