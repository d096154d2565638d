package dev.plankton.app;

import com.netflix.conductor.client.exception.ConductorClientException;
import com.netflix.conductor.client.http.WorkflowClient;
import com.netflix.conductor.common.metadata.tasks.Task;
import com.netflix.conductor.common.run.Workflow;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Shows the progress of a workflow and of the workflows inside it, until it ends. By itself, Conductor checks a waiting
 * workflow only about once a minute; this class makes it check every few seconds.
 */
final class Follower {
    private static final long POLL_MILLIS = 500;
    private static final long DECIDE_NANOS = Duration.ofSeconds(5).toNanos();
    private static final long PATIENCE_NANOS = Duration.ofMinutes(2).toNanos();
    private static final String OURS = "plankton_";

    private final WorkflowClient workflows;
    private final RunTables tables;
    private final Screen screen;
    private final TrainingLine training;
    private final Map<String, Task.Status> seen = new HashMap<>();
    private long decided;
    private long answered;

    Follower(WorkflowClient workflows, RunTables tables, Screen screen) {
        this.workflows = workflows;
        this.tables = tables;
        this.screen = screen;
        this.training = new TrainingLine(tables, screen);
    }

    /** @return the workflow as it ended */
    Workflow follow(String id) throws IOException, SQLException, InterruptedException {
        answered = System.nanoTime();
        while (true) {
            try {
                List<Workflow> all = new ArrayList<>();
                collect(id, all);
                answered = System.nanoTime();
                tell(all);
                if (all.getFirst().getStatus().isTerminal()) {
                    return all.getFirst();
                }
                decide(all);
            } catch (ConductorClientException e) {
                if (System.nanoTime() - answered > PATIENCE_NANOS) {
                    throw new IOException("Conductor does not answer: " + e.getMessage(), e);
                }
            }
            Thread.sleep(POLL_MILLIS);
        }
    }

    private void collect(String id, List<Workflow> all) {
        Workflow workflow = workflows.getWorkflow(id, true);
        all.add(workflow);
        for (Task task : workflow.getTasks()) {
            String inner = task.getSubWorkflowId();
            if ("SUB_WORKFLOW".equals(task.getTaskType()) && inner != null && !inner.isBlank()) {
                collect(inner, all);
            }
        }
    }

    private void decide(List<Workflow> all) {
        if (System.nanoTime() - decided > DECIDE_NANOS) {
            decided = System.nanoTime();
            for (Workflow workflow : all) {
                if (!workflow.getStatus().isTerminal()) {
                    workflows.runDecider(workflow.getWorkflowId());
                }
            }
        }
    }

    private void tell(List<Workflow> all) throws SQLException {
        List<Task> tasks = all.stream()
                .flatMap(workflow -> workflow.getTasks().stream())
                .filter(task -> task.getTaskType().startsWith(OURS))
                .toList();
        for (Task task : tasks) {
            Task.Status before = seen.put(task.getTaskId(), task.getStatus());
            if (task.getStatus() != before) {
                tell(task);
            }
        }
        training.update(tasks);
    }

    private void tell(Task task) throws SQLException {
        if (task.getStatus().isTerminal()) {
            screen.line(StepLine.ended(task, tables.isReused(task.getTaskId())));
        } else if (task.getStatus() == Task.Status.IN_PROGRESS && !screen.isTerminal()) {
            screen.line(StepLine.started(task));
        }
    }
}
