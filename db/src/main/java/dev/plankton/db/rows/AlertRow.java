package dev.plankton.db.rows;

import dev.plankton.contracts.ids.RunId;
import dev.plankton.contracts.ids.WorkflowId;
import java.time.Instant;
import java.util.Optional;

/**
 * The failure of a run, and whether the webhook accepted the alert.
 *
 * @param alertId the workflow that Conductor started to report it
 * @param status FAILED, TIMED_OUT or TERMINATED
 * @param taskType of the last attempt that did not succeed; blank if there is none
 * @param toldAt when the webhook accepted it
 * @param trouble why the webhook did not accept it; blank if it did or there is no webhook
 */
public record AlertRow(
        WorkflowId alertId,
        RunId runId,
        Instant failedAt,
        String status,
        String reason,
        String taskType,
        String referenceName,
        Optional<Instant> toldAt,
        String trouble) {

    /** The same, after the webhook accepted it. */
    public AlertRow told(Instant when) {
        return new AlertRow(alertId, runId, failedAt, status, reason, taskType, referenceName, Optional.of(when), "");
    }

    /** The same, after the webhook refused it. */
    public AlertRow trouble(String why) {
        return new AlertRow(alertId, runId, failedAt, status, reason, taskType, referenceName, toldAt, why);
    }
}
