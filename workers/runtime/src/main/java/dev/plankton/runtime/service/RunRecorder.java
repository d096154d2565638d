package dev.plankton.runtime.service;

import com.netflix.conductor.client.http.WorkflowClient;
import com.netflix.conductor.common.metadata.tasks.Task;
import com.netflix.conductor.common.run.Workflow;
import dev.plankton.db.RunHistory;
import dev.plankton.db.rows.RunStart;
import dev.plankton.db.rows.StepEnd;
import dev.plankton.db.rows.StepEnd.StepStatus;
import dev.plankton.db.rows.StepStart;
import dev.plankton.runtime.Json;
import dev.plankton.runtime.service.StepRunner.Attempt;
import dev.plankton.runtime.step.Outcome;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Tells the run history of runs and steps as tasks begin and end. */
final class RunRecorder {
    private static final int REMEMBERED_RUNS = 1_000;
    /** What this workflow starts are no parts of it but runs of their own. */
    private static final String STARTS_RUNS = "plankton_sweep_lane";
    /** The task that tells of a failed run; it is the only one of its workflow. */
    private static final String FAILURE = "plankton_failure";

    private final WorkflowClient workflows;
    private final RunHistory history;
    private final Map<String, RunStart> runs = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, RunStart> eldest) {
            return size() > REMEMBERED_RUNS;
        }
    };

    RunRecorder(WorkflowClient workflows, RunHistory history) {
        this.workflows = workflows;
        this.history = history;
    }

    /** Notes that a worker took the task up. @return the run that it belongs to: the outermost workflow's id */
    String started(Task task, String workerId) throws IOException {
        if (task.getTaskType().equals(FAILURE)) {
            return failedRun(task);
        }
        RunStart run = run(task.getWorkflowInstanceId());
        history.runStarted(run);
        history.stepStarted(new StepStart(
                task.getTaskId(),
                run.runId(),
                task.getWorkflowInstanceId(),
                task.getTaskType(),
                task.getReferenceTaskName(),
                task.getRetryCount(),
                workerId,
                Instant.now()));
        return run.runId();
    }

    /**
     * The workflow that tells of a failure belongs to the run that failed. Neither does it open that run again nor is it
     * a step of it.
     */
    private String failedRun(Task task) throws IOException {
        Object failed = task.getInputData().get("workflowId");
        RunStart run = run(failed == null ? task.getWorkflowInstanceId() : failed.toString());
        history.runFailedUnseen(
                run, Sentences.line(String.valueOf(task.getInputData().get("reason"))));
        return run.runId();
    }

    private RunStart run(String workflowId) {
        synchronized (runs) {
            RunStart known = runs.get(workflowId);
            if (known != null) {
                return known;
            }
        }
        RunStart found = start(outermost(workflowId));
        synchronized (runs) {
            runs.put(workflowId, found);
        }
        return found;
    }

    private Workflow outermost(String workflowId) {
        Workflow workflow = workflows.getWorkflow(workflowId, false);
        for (String parent = parent(workflow); !parent.isBlank(); parent = parent(workflow)) {
            Workflow above = workflows.getWorkflow(parent, false);
            if (above.getWorkflowName().equals(STARTS_RUNS)) {
                return workflow;
            }
            workflow = above;
        }
        return workflow;
    }

    private static String parent(Workflow workflow) {
        String parent = workflow.getParentWorkflowId();
        return parent == null ? "" : parent;
    }

    private static RunStart start(Workflow outermost) {
        return new RunStart(
                outermost.getWorkflowId(),
                outermost.getWorkflowName(),
                outermost.getWorkflowVersion(),
                Json.text(outermost.getInput()),
                Instant.ofEpochMilli(outermost.getStartTime()));
    }

    /** Notes how the attempt ended; a rejected input is the end of the run. */
    void ended(Task task, Attempt attempt) throws IOException {
        if (task.getTaskType().equals(FAILURE)) {
            return;
        }
        history.stepEnded(end(task, attempt));
        if (attempt.outcome() instanceof Outcome.Rejected(var sentence)) {
            history.runFailed(run(task.getWorkflowInstanceId()).runId(), sentence);
        }
    }

    private static StepEnd end(Task task, Attempt attempt) {
        return switch (attempt.outcome()) {
            case Outcome.Completed done -> end(task, attempt, StepStatus.COMPLETED, "");
            case Outcome.Reused found -> end(task, attempt, StepStatus.REUSED, "");
            case Outcome.Rejected(var sentence) -> end(task, attempt, StepStatus.REJECTED, sentence);
            case Outcome.Failed(var reason) -> end(task, attempt, StepStatus.FAILED, reason);
            case Outcome.Cancelled() -> end(task, attempt, StepStatus.CANCELLED, "cancelled");
        };
    }

    private static StepEnd end(Task task, Attempt attempt, StepStatus status, String reason) {
        return new StepEnd(task.getTaskId(), status, attempt.key(), reason, Instant.now());
    }

    /**
     * Notes that the run failed if Conductor has ended the task's workflow. The workflow is asked, not the outermost
     * one: no workflow here goes on after a part of it failed, but the outer ones hear of it only seconds later.
     *
     * @param ownReason why the task failed; empty if it is not the one that failed
     */
    void noteIfWorkflowEnded(Task task, String ownReason) throws IOException {
        if (task.getTaskType().equals(FAILURE)) {
            return;
        }
        Workflow workflow = workflows.getWorkflow(task.getWorkflowInstanceId(), false);
        String given = workflow.getReasonForIncompletion();
        String reason = given == null ? workflow.getStatus().name() : given;
        switch (workflow.getStatus()) {
            case RUNNING, PAUSED, COMPLETED -> {}
            case TERMINATED -> failed(task, "terminated: " + reason);
            case FAILED, TIMED_OUT -> failed(task, ownReason.isEmpty() ? reason : ownReason);
        }
    }

    private void failed(Task task, String reason) throws IOException {
        history.runFailed(run(task.getWorkflowInstanceId()).runId(), Sentences.line(reason));
    }
}
