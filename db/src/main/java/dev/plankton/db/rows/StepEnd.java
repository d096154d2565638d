package dev.plankton.db.rows;

import java.time.Instant;

/**
 * A worker is done with a task.
 *
 * @param key the hash of the step's inputs; empty if it was not reached
 * @param reason why it did not succeed; empty if it did
 */
public record StepEnd(String taskId, StepStatus status, String key, String reason, Instant endedAt) {

    /** How an attempt at a step ended. */
    public enum StepStatus {
        COMPLETED,
        REUSED,
        REJECTED,
        FAILED,
        CANCELLED
    }
}
