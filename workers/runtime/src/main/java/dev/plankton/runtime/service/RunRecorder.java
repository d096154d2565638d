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
import dev.plankton.runtime.step.Outcome;
import java.io.IOException;
import java.time.Instant;

/** Tells the run history of runs and steps as tasks begin and end. */
final class RunRecorder {
    private final WorkflowClient workflows;
    private final RunHistory history;

    RunRecorder(WorkflowClient workflows, RunHistory history) {
        this.workflows = workflows;
        this.history = history;
    }

    /** Notes that a worker took the task up. @return the run that it belongs to: the outermost workflow's id */
    String started(Task task, String workerId) throws IOException {
        Workflow outermost = outermost(task.getWorkflowInstanceId());
        String runId = outermost.getWorkflowId();
        history.runStarted(new RunStart(
                runId,
                outermost.getWorkflowName(),
                outermost.getWorkflowVersion(),
                Json.text(outermost.getInput()),
                Instant.ofEpochMilli(outermost.getStartTime())));
        history.stepStarted(new StepStart(
                task.getTaskId(),
                runId,
                task.getWorkflowInstanceId(),
                task.getTaskType(),
                task.getReferenceTaskName(),
                task.getRetryCount(),
                workerId,
                Instant.now()));
        return runId;
    }

    private Workflow outermost(String workflowId) {
        Workflow workflow = workflows.getWorkflow(workflowId, false);
        String parent = workflow.getParentWorkflowId();
        return parent == null || parent.isBlank() ? workflow : outermost(parent);
    }

    /** Notes how the attempt ended. */
    void ended(Task task, Outcome outcome) throws IOException {
        history.stepEnded(
                switch (outcome) {
                    case Outcome.Completed done -> end(task, StepStatus.COMPLETED, "", "");
                    case Outcome.Reused found -> end(task, StepStatus.REUSED, "", "");
                    case Outcome.Rejected(var sentence) -> end(task, StepStatus.REJECTED, "", sentence);
                    case Outcome.Failed(var reason) -> end(task, StepStatus.FAILED, "", reason);
                    case Outcome.Cancelled() -> end(task, StepStatus.CANCELLED, "", "cancelled");
                });
    }

    private static StepEnd end(Task task, StepStatus status, String key, String reason) {
        return new StepEnd(task.getTaskId(), status, key, reason, Instant.now());
    }
}
