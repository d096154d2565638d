package dev.plankton.db.rows;

import java.time.Instant;
import java.util.Optional;

/**
 * A run failed.
 *
 * @param alertId the workflow that Conductor started to tell of it
 * @param status FAILED, TIMED_OUT or TERMINATED
 * @param taskType of the last attempt that came to nothing; blank if none did
 * @param toldAt when the webhook took it
 * @param trouble why the webhook did not take it; blank if it did or there is none
 */
public record AlertRow(
        String alertId,
        String runId,
        Instant failedAt,
        String status,
        String reason,
        String taskType,
        String referenceName,
        Optional<Instant> toldAt,
        String trouble) {

    /** The same, once the webhook took it. */
    public AlertRow told(Instant when) {
        return new AlertRow(alertId, runId, failedAt, status, reason, taskType, referenceName, Optional.of(when), "");
    }

    /** The same, once the webhook refused it. */
    public AlertRow trouble(String why) {
        return new AlertRow(alertId, runId, failedAt, status, reason, taskType, referenceName, toldAt, why);
    }
}
