package dev.plankton.app;

import com.netflix.conductor.client.exception.ConductorClientException;
import com.netflix.conductor.client.http.ConductorClient;
import com.netflix.conductor.client.http.WorkflowClient;
import com.netflix.conductor.common.metadata.workflow.StartWorkflowRequest;
import com.netflix.conductor.common.run.Workflow;
import dev.plankton.engine.store.S3ObjectStore;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Starts a workflow through Conductor's API, follows it to its end and downloads its report. */
public final class WorkflowRun implements AutoCloseable {
    private static final Set<String> TOLD_IN_WORDS = Set.of("bestRound", "accuracy", "testAccuracy");

    private final StackState state;
    private final Path reports;
    private final Screen screen;
    private final ConductorClient conductor;
    private final WorkflowClient workflows;

    public WorkflowRun(Stack stack, Screen screen) {
        this.state = stack.state();
        this.reports = stack.reports();
        this.screen = screen;
        this.conductor = ConductorAccess.open(state);
        this.workflows = new WorkflowClient(conductor);
    }

    /**
     * @param domains the domain of each task type that only the workers of a domain may take
     * @return whether it completed
     */
    public boolean run(String workflow, Map<String, Object> input, Map<String, String> domains)
            throws IOException, SQLException, InterruptedException, Trouble {
        String id = start(workflow, input, domains);
        screen.line("Run %s of %s".formatted(id, workflow));
        domains.forEach(
                (task, domain) -> screen.line("%s waits for a worker of the domain %s".formatted(task, domain)));
        try (Sql sql = Sql.connect(state.historyOnly())) {
            RunTables tables = new RunTables(sql, id);
            Workflow ended = new Follower(workflows, tables, screen).follow(id);
            double seconds = (ended.getEndTime() - ended.getStartTime()) / 1e3;
            screen.line("%s after %s".formatted(ended.getStatus(), Durations.text(seconds)));
            Table checkpoints = tables.checkpoints();
            if (!checkpoints.rows().isEmpty()) {
                checkpoints.lines().forEach(screen::line);
            }
            return tellOutcome(ended);
        }
    }

    private String start(String workflow, Map<String, Object> input, Map<String, String> domains) throws Trouble {
        StartWorkflowRequest request = new StartWorkflowRequest();
        request.setName(workflow);
        request.setInput(input);
        request.setTaskToDomain(domains);
        try {
            return workflows.startWorkflow(request);
        } catch (ConductorClientException e) {
            throw new Trouble("Conductor did not start %s: %s".formatted(workflow, e.getMessage()));
        }
    }

    private boolean tellOutcome(Workflow ended) throws IOException {
        if (ended.getStatus() != Workflow.WorkflowStatus.COMPLETED) {
            screen.line("Reason: " + ended.getReasonForIncompletion());
            return false;
        }
        Map<String, Object> output = ended.getOutput();
        if (output.get("bestRound") instanceof Number round
                && output.get("accuracy") instanceof Number accuracy
                && output.get("testAccuracy") instanceof Number testAccuracy) {
            screen.line("best        round %d, validation accuracy %.3f, test accuracy %.3f"
                    .formatted(round.intValue(), accuracy.doubleValue(), testAccuracy.doubleValue()));
        }
        for (String name : new String[] {"datasetId", "trainingId", "uploadState"}) {
            Object value = output.get(name);
            if (value instanceof String text && !text.isBlank()) {
                screen.line("%-11s %s".formatted(name, text));
            }
        }
        output.forEach((name, value) -> {
            if (!TOLD_IN_WORDS.contains(name) && (value instanceof Number || value instanceof Boolean)) {
                screen.line("%-11s %s".formatted(name, value));
            }
        });
        if (output.get("remarks") instanceof List<?> remarks) {
            remarks.forEach(remark -> screen.line("Remark: " + remark));
        }
        if (output.get("ranking") instanceof List<?> ranking) {
            ranking.stream()
                    .filter(Map.class::isInstance)
                    .map(Map.class::cast)
                    .forEach(run -> screen.line("%s  %s  %s  %s"
                            .formatted(
                                    run.get("run"),
                                    run.get("status"),
                                    figure(run.get("rankedBy")),
                                    run.get("values"))));
        }
        if (output.get("reportKey") instanceof String key && !key.isBlank()) {
            Path index = new ReportDownload(new S3ObjectStore(state.objects()))
                    .bring(key, reports.resolve(ended.getWorkflowId()));
            screen.line("%-11s %s".formatted("report", index));
        }
        return true;
    }

    private static String figure(@Nullable Object value) {
        return value instanceof Number number ? "%.3f".formatted(number.doubleValue()) : "";
    }

    @Override
    public void close() {
        workflows.close();
        conductor.shutdown();
    }
}
