package dev.plankton.db.rows;

import dev.plankton.contracts.ids.TaskId;
import java.time.Instant;

/**
 * The end of an attempt at a task.
 *
 * @param key the hash of the step's inputs; empty if the attempt ended before it was known
 * @param reason why it did not succeed; empty if it did
 */
public record StepEnd(TaskId taskId, StepStatus status, String key, String reason, Instant endedAt) {

    /** How an attempt at a step ended. */
    public enum StepStatus {
        COMPLETED,
        REUSED,
        REJECTED,
        FAILED,
        CANCELLED
    }
}
