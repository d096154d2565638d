package dev.plankton.alert;

import org.jspecify.annotations.Nullable;

/**
 * What Conductor tells of a workflow that failed.
 *
 * @param workflowId the workflow that failed
 * @param status FAILED, TIMED_OUT or TERMINATED
 * @param reason as Conductor has it
 */
public record FailureInput(String workflowId, String status, String reason) {

    public FailureInput(String workflowId, @Nullable String status, @Nullable String reason) {
        this.workflowId = workflowId;
        this.status = orBlank(status);
        this.reason = orBlank(reason);
    }

    private static String orBlank(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
