package dev.plankton.db.rows;

import java.time.Instant;

/**
 * A worker takes up a task.
 *
 * @param taskId Conductor's id of this attempt
 * @param referenceName the task's name inside its workflow, iteration included ("train__3")
 * @param attempt 0 for the first, one more for each retry
 */
public record StepStart(
        String taskId,
        String runId,
        String workflowId,
        String taskType,
        String referenceName,
        int attempt,
        String worker,
        Instant startedAt) {}
