package dev.plankton.engine.service;

import com.netflix.conductor.client.http.WorkflowClient;
import com.netflix.conductor.common.metadata.tasks.Task;
import com.netflix.conductor.common.run.Workflow;
import dev.plankton.contracts.ids.RunId;
import dev.plankton.contracts.ids.TaskId;
import dev.plankton.contracts.ids.WorkflowId;
import dev.plankton.contracts.json.Json;
import dev.plankton.db.RunLog;
import dev.plankton.db.rows.RunEnd;
import dev.plankton.db.rows.RunStart;
import dev.plankton.db.rows.StepEnd;
import dev.plankton.db.rows.StepEnd.StepStatus;
import dev.plankton.db.rows.StepStart;
import dev.plankton.engine.service.StepRunner.Attempt;
import dev.plankton.engine.step.Outcome;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Records runs and steps in the run history when tasks begin and end. */
final class RunRecorder {
    /**
     * The workflow and the task that need special treatment when a task is assigned to a run.
     *
     * @param startsRuns the workflow whose sub-workflows are separate runs, not parts of it
     * @param failureTask the task that reports a failed run; it is the only one of its workflow
     */
    record Roles(String startsRuns, String failureTask) {}

    private static final int REMEMBERED_RUNS = 1_000;

    private final WorkflowClient workflows;
    private final RunLog history;
    private final Roles roles;
    private final Map<String, RunStart> runs = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, RunStart> eldest) {
            return size() > REMEMBERED_RUNS;
        }
    };

    RunRecorder(WorkflowClient workflows, RunLog history, Roles roles) {
        this.workflows = workflows;
        this.history = history;
        this.roles = roles;
    }

    /** Records that a worker started the task. @return the run that it belongs to: the outermost workflow's id */
    RunId started(Task task, String workerId) throws IOException {
        if (task.getTaskType().equals(roles.failureTask())) {
            return failedRun(task);
        }
        RunStart run = run(task.getWorkflowInstanceId());
        history.started(run);
        history.stepStarted(new StepStart(
                new TaskId(task.getTaskId()),
                run.runId(),
                new WorkflowId(task.getWorkflowInstanceId()),
                task.getTaskType(),
                task.getReferenceTaskName(),
                task.getRetryCount(),
                workerId,
                Instant.now()));
        return run.runId();
    }

    /**
     * The workflow that reports a failure belongs to the run that failed. It does not set that run back to running, and
     * its task is not recorded as a step of that run.
     */
    private RunId failedRun(Task task) throws IOException {
        Object failed = task.getInputData().get("workflowId");
        RunStart run = run(failed == null ? task.getWorkflowInstanceId() : failed.toString());
        history.failedUnseen(
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
            if (above.getWorkflowName().equals(roles.startsRuns())) {
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
                new RunId(outermost.getWorkflowId()),
                outermost.getWorkflowName(),
                outermost.getWorkflowVersion(),
                Json.text(outermost.getInput()),
                Instant.ofEpochMilli(outermost.getStartTime()));
    }

    /** Records how the attempt ended. A rejected input also ends the run. */
    void ended(Task task, Attempt attempt) throws IOException {
        if (task.getTaskType().equals(roles.failureTask())) {
            return;
        }
        history.stepEnded(end(task, attempt));
        if (attempt.outcome() instanceof Outcome.Rejected rejected) {
            history.ended(run(task.getWorkflowInstanceId()).runId(), RunEnd.failed(rejected.sentences()));
        }
    }

    private static StepEnd end(Task task, Attempt attempt) {
        return switch (attempt.outcome()) {
            case Outcome.Completed done -> end(task, attempt, StepStatus.COMPLETED, "");
            case Outcome.Reused found -> end(task, attempt, StepStatus.REUSED, "");
            case Outcome.Rejected rejected -> end(task, attempt, StepStatus.REJECTED, rejected.sentences());
            case Outcome.Failed(var reason) -> end(task, attempt, StepStatus.FAILED, reason);
            case Outcome.Cancelled() -> end(task, attempt, StepStatus.CANCELLED, "cancelled");
        };
    }

    private static StepEnd end(Task task, Attempt attempt, StepStatus status, String reason) {
        return new StepEnd(new TaskId(task.getTaskId()), status, attempt.key(), reason, Instant.now());
    }

    /**
     * Records how the run ended if Conductor has ended the task's workflow. It checks the task's own workflow, not
     * the outermost one: in this project no workflow continues after a part of it failed, but the status of the outer
     * workflows changes only seconds later.
     *
     * @param ownReason why the task failed; empty if it is not the one that failed
     */
    void noteIfWorkflowEnded(Task task, String ownReason) throws IOException {
        if (task.getTaskType().equals(roles.failureTask())) {
            return;
        }
        Workflow workflow = workflows.getWorkflow(task.getWorkflowInstanceId(), false);
        String given = workflow.getReasonForIncompletion();
        String reason = given == null ? workflow.getStatus().name() : given;
        switch (workflow.getStatus()) {
            case RUNNING, PAUSED, COMPLETED -> {}
            case TERMINATED -> ended(task, RunEnd.terminated(Sentences.line(reason)));
            case FAILED, TIMED_OUT ->
                ended(task, RunEnd.failed(Sentences.line(ownReason.isEmpty() ? reason : ownReason)));
        }
    }

    private void ended(Task task, RunEnd end) throws IOException {
        history.ended(run(task.getWorkflowInstanceId()).runId(), end);
    }
}
