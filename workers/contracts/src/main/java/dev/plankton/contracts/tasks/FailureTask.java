package dev.plankton.contracts.tasks;

import dev.plankton.contracts.ids.RunId;
import dev.plankton.contracts.ids.WorkflowId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Records a failed workflow and notifies the webhook. */
public final class FailureTask {
    public static final TaskType<Input, Output> TYPE = TaskType.of(
            "plankton_failure",
            "Records that a run failed and notifies the webhook, if there is one.",
            Input.class,
            Output.class);

    private FailureTask() {}

    /**
     * What Conductor reports about a workflow that failed.
     *
     * @param workflowId the workflow that failed
     * @param status FAILED or TIMED_OUT
     * @param reason the reason that Conductor gives
     */
    public record Input(WorkflowId workflowId, String status, String reason) {
        public Input(WorkflowId workflowId, @Nullable String status, @Nullable String reason) {
            this.workflowId = workflowId;
            this.status = orBlank(status);
            this.reason = orBlank(reason);
        }

        private static String orBlank(@Nullable String text) {
            return text == null ? "" : text.strip();
        }
    }

    /**
     * The result of the notification.
     *
     * @param run the run that failed; empty if a part of a run failed, which the parent run reports
     * @param told whether the webhook accepted the message
     * @param trouble why the webhook did not accept it; blank if it did, or if there is no webhook
     */
    public record Output(Optional<RunId> run, boolean told, String trouble) {}
}
