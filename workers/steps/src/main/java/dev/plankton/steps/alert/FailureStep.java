package dev.plankton.steps.alert;

import dev.plankton.contracts.ids.RunId;
import dev.plankton.contracts.tasks.FailureTask;
import dev.plankton.contracts.tasks.TaskType;
import dev.plankton.db.rows.AlertRow;
import dev.plankton.db.rows.LostAttempt;
import dev.plankton.engine.step.Step;
import dev.plankton.engine.step.StepContext;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Records that a run failed, and POSTs an alert to the webhook if one is set.
 *
 * <p>Reads the run and its lost attempts from the run history, because Conductor does not always pass on the workflow's
 * name. Writes an alert to the run history, before and after the POST. Idempotent: each failure is separate work, under
 * the id of the workflow that Conductor starts for it. If an attempt is lost after the webhook accepted its alert, the
 * next attempt sends the alert again with the same id. Its largest limitation: Conductor starts this step for workflows
 * that fail or time out, not for workflows that a person terminates.
 */
public final class FailureStep implements Step<FailureTask.Input, FailureTask.Output> {
    private final Optional<Webhook> webhook;

    public FailureStep(AlertConfig config) {
        this.webhook = config.webhook().map(Webhook::new);
    }

    @Override
    public TaskType<FailureTask.Input, FailureTask.Output> type() {
        return FailureTask.TYPE;
    }

    @Override
    public int version() {
        return 1;
    }

    /** A run may fail, be retried and fail again for the same reason; each failure is separate work. */
    @Override
    public String fingerprint(FailureTask.Input input, StepContext context) {
        return context.workflowId().value();
    }

    @Override
    public FailureTask.Output run(FailureTask.Input input, StepContext context)
            throws IOException, InterruptedException {
        RunId run = context.runId();
        boolean part = !input.workflowId().value().equals(run.value());
        if (part) { // the parent run reports it
            return new FailureTask.Output(Optional.empty(), false, "");
        }
        AlertRow alert = alert(input, context);
        context.history().runs().alert(alert);
        if (webhook.isEmpty()) {
            return new FailureTask.Output(Optional.of(run), false, "");
        }
        Webhook.Answer answer = webhook.get()
                .tell(new Webhook.Message(
                        alert.alertId(),
                        run,
                        context.history().runs().workflow(run).orElse(""),
                        alert.status(),
                        alert.reason(),
                        alert.taskType(),
                        alert.failedAt().toString()));
        return switch (answer) {
            case Webhook.Taken taken -> {
                context.history().runs().alert(alert.told(Instant.now()));
                yield new FailureTask.Output(Optional.of(run), true, "");
            }
            case Webhook.Refused(int status) -> {
                String trouble = "The webhook refused the alert with status %d.".formatted(status);
                context.history().runs().alert(alert.trouble(trouble));
                context.log(trouble);
                yield new FailureTask.Output(Optional.of(run), false, trouble);
            }
        };
    }

    private static AlertRow alert(FailureTask.Input input, StepContext context) throws IOException {
        List<LostAttempt> lost = context.history().provenance().lostAttempts(context.runId());
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
