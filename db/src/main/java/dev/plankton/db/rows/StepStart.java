package dev.plankton.db.rows;

import dev.plankton.contracts.ids.RunId;
import dev.plankton.contracts.ids.TaskId;
import dev.plankton.contracts.ids.WorkflowId;
import java.time.Instant;

/**
 * The start of an attempt: a worker has taken a task.
 *
 * @param taskId Conductor's id of this attempt
 * @param referenceName the task's name inside its workflow, iteration included ("train__3")
 * @param attempt 0 for the first, one more for each retry
 */
public record StepStart(
        TaskId taskId,
        RunId runId,
        WorkflowId workflowId,
        String taskType,
        String referenceName,
        int attempt,
        String worker,
        Instant startedAt) {}
