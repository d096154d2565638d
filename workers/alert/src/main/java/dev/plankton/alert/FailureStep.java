package dev.plankton.alert;

import dev.plankton.db.rows.AlertRow;
import dev.plankton.db.rows.LostAttempt;
import dev.plankton.runtime.step.Step;
import dev.plankton.runtime.step.StepContext;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Notes that a run failed, and tells the webhook, if there is one.
 *
 * <p>Reads what the run history says of the run and its lost attempts: what Conductor hands over does not always name the
 * workflow. Writes an alert there, before it tells anybody and after. Each
 * failure is work of its own, under the id of the workflow that Conductor starts for it; a webhook that took the alert in
 * an attempt that was lost is told twice, with the same id. Its largest limitation: Conductor starts it for workflows
 * that fail or time out, not for those that a person terminates.
 */
public final class FailureStep implements Step<FailureInput, FailureOutput> {
    private final Optional<Webhook> webhook;

    public FailureStep(AlertConfig config) {
        this.webhook = config.webhook().map(Webhook::new);
    }

    @Override
    public String taskType() {
        return "plankton_failure";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Class<FailureInput> inputType() {
        return FailureInput.class;
    }

    @Override
    public Class<FailureOutput> outputType() {
        return FailureOutput.class;
    }

    /** A run may fail, be retried and fail again for the same reason. */
    @Override
    public String fingerprint(FailureInput input, StepContext context) {
        return context.workflowId();
    }

    @Override
    public FailureOutput run(FailureInput input, StepContext context) throws IOException, InterruptedException {
        boolean part = !input.workflowId().equals(context.runId());
        if (part) { // the whole speaks for it
            return new FailureOutput("", false, "");
        }
        AlertRow alert = alert(input, context);
        context.history().alert(alert);
        if (webhook.isEmpty()) {
            return new FailureOutput(input.workflowId(), false, "");
        }
        Webhook.Answer answer = webhook.get()
                .tell(new Webhook.Message(
                        alert.alertId(),
                        alert.runId(),
                        context.history().workflowOf(alert.runId()),
                        alert.status(),
                        alert.reason(),
                        alert.taskType(),
                        alert.failedAt().toString()));
        return switch (answer) {
            case Webhook.Taken taken -> {
                context.history().alert(alert.told(Instant.now()));
                yield new FailureOutput(input.workflowId(), true, "");
            }
            case Webhook.Refused(int status) -> {
                String trouble = "The webhook refused the alert with status %d.".formatted(status);
                context.history().alert(alert.trouble(trouble));
                context.log(trouble);
                yield new FailureOutput(input.workflowId(), false, trouble);
            }
        };
    }

    private static AlertRow alert(FailureInput input, StepContext context) throws IOException {
        List<LostAttempt> lost = context.history().lostAttempts(context.runId());
        LostAttempt last = lost.isEmpty() ? new LostAttempt("", "", 0, "", "") : lost.getLast();
        String reason = last.reason().isEmpty() ? input.reason() : last.reason();
        return new AlertRow(
                context.workflowId(),
                context.runId(),
                Instant.now(),
                input.status(),
                reason,
                last.taskType(),
                last.referenceName(),
                Optional.empty(),
                "");
    }
}
