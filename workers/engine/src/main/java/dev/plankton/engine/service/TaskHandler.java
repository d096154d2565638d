package dev.plankton.engine.service;

import com.netflix.conductor.client.http.TaskClient;
import com.netflix.conductor.common.metadata.tasks.Task;
import com.netflix.conductor.common.metadata.tasks.TaskResult;
import dev.plankton.contracts.ids.RunId;
import dev.plankton.contracts.json.PlainText;
import dev.plankton.engine.metrics.StepMeters;
import dev.plankton.engine.service.StepRunner.Attempt;
import dev.plankton.engine.service.StepRunner.Job;
import dev.plankton.engine.service.TaskWatch.Watching;
import dev.plankton.engine.step.Outcome;
import dev.plankton.engine.step.Step;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Handles one polled task, from its start to the report of its result. */
final class TaskHandler {
    private static final Logger LOGGER = LoggerFactory.getLogger(TaskHandler.class);

    private final TaskClient tasks;
    private final TaskWatch watch;
    private final StepRunner runner;
    private final RunRecorder recorder;
    private final ResultReporter reporter;
    private final StepMeters meters;
    private final String workerId;

    TaskHandler(
            TaskClient tasks,
            TaskWatch watch,
            StepRunner runner,
            RunRecorder recorder,
            ResultReporter reporter,
            StepMeters meters,
            String workerId) {
        this.tasks = tasks;
        this.watch = watch;
        this.runner = runner;
        this.recorder = recorder;
        this.reporter = reporter;
        this.meters = meters;
        this.workerId = workerId;
    }

    /** Runs the task on this thread; a cancellation interrupts the thread. */
    void handle(Step<?, ?> step, Task task, Cancellation cancellation) throws IOException, InterruptedException {
        Attempt attempt;
        try (Watching watching = watch.watch(task, workerId, cancellation)) {
            attempt = measured(task, () -> recorded(task, work(step, task, cancellation)));
        } finally {
            cancellation.finish(); // a cancellation that comes too late must not stop the report
        }
        if (!(attempt.outcome() instanceof Outcome.Cancelled)) {
            reporter.report(result(task, attempt.outcome()));
        } else if (cancellation.because(Cancellation.Reason.STOPPING)) {
            reporter.handBack(task, workerId);
        }
        noteIfWorkflowEnded(task, attempt.outcome());
    }

    private Attempt measured(Task task, Supplier<Attempt> work) {
        Duration waited = Duration.ofMillis(task.getStartTime() - task.getScheduledTime());
        try (StepMeters.Running running = meters.started(task.getTaskType(), waited)) {
            Attempt attempt = work.get();
            running.ended(attempt.outcome());
            return attempt;
        }
    }

    private Attempt work(Step<?, ?> step, Task task, Cancellation cancellation) {
        try {
            RunId runId = recorder.started(task, workerId);
            return runner.run(step, new Job(task, runId, line -> log(task, line), cancellation));
        } catch (IOException | RuntimeException e) {
            LOGGER.warn("cannot start task {}", task.getTaskId(), e);
            return new Attempt("", new Outcome.Failed(Sentences.of(e)));
        }
    }

    /**
     * Records how the attempt ended, and returns it. If the end of a successful attempt cannot be recorded, the attempt
     * counts as failed; the next attempt finds its result again.
     */
    private Attempt recorded(Task task, Attempt attempt) {
        try {
            recorder.ended(task, attempt);
            return attempt;
        } catch (IOException | RuntimeException e) {
            LOGGER.warn("the end of task {} cannot be recorded: {}", task.getTaskId(), e.toString());
            return switch (attempt.outcome()) {
                case Outcome.Completed done -> new Attempt(attempt.key(), new Outcome.Failed(Sentences.of(e)));
                case Outcome.Reused found -> new Attempt(attempt.key(), new Outcome.Failed(Sentences.of(e)));
                case Outcome.Rejected rejected -> attempt;
                case Outcome.Failed failed -> attempt;
                case Outcome.Cancelled cancelled -> attempt;
            };
        }
    }

    private void noteIfWorkflowEnded(Task task, Outcome outcome) {
        try {
            switch (outcome) {
                case Outcome.Failed(var reason) -> recorder.noteIfWorkflowEnded(task, reason);
                case Outcome.Cancelled cancelled -> recorder.noteIfWorkflowEnded(task, "");
                case Outcome.Completed done -> {}
                case Outcome.Reused found -> {}
                case Outcome.Rejected rejected -> {}
            }
        } catch (IOException | RuntimeException e) {
            LOGGER.warn("cannot note whether the run of task {} has ended: {}", task.getTaskId(), e.toString());
        }
    }

    private void log(Task task, String line) {
        String plain = PlainText.of(line);
        LOGGER.info("{}: {}", task.getTaskType(), plain);
        try {
            tasks.logMessageForTask(task.getTaskId(), plain);
        } catch (RuntimeException e) {
            LOGGER.debug("cannot log for task {}: {}", task.getTaskId(), e.toString());
        }
    }

    private TaskResult result(Task task, Outcome outcome) {
        TaskResult result = new TaskResult(task);
        result.setWorkerId(workerId);
        result.setOutputData(Map.of());
        switch (outcome) {
            case Outcome.Completed(var output) -> complete(result, output);
            case Outcome.Reused(var output) -> complete(result, output);
            case Outcome.Rejected(var mistakes) -> {
                result.setStatus(TaskResult.Status.FAILED_WITH_TERMINAL_ERROR);
                result.setReasonForIncompletion(Sentences.reason(mistakes));
                result.setOutputData(Map.of("mistakes", mistakes));
                mistakes.forEach(mistake -> log(task, mistake));
            }
            case Outcome.Failed(var reason) -> {
                result.setStatus(TaskResult.Status.FAILED);
                result.setReasonForIncompletion(reason);
            }
            case Outcome.Cancelled() -> throw new IllegalArgumentException("a cancelled task has no result");
        }
        return result;
    }

    private static void complete(TaskResult result, Map<String, Object> output) {
        result.setStatus(TaskResult.Status.COMPLETED);
        result.setOutputData(PlainText.in(output));
    }
}
