package dev.plankton.local.faults;

import com.netflix.conductor.client.exception.ConductorClientException;
import com.netflix.conductor.client.http.ConductorClient;
import com.netflix.conductor.client.http.MetadataClient;
import com.netflix.conductor.client.http.TaskClient;
import com.netflix.conductor.client.http.WorkflowClient;
import com.netflix.conductor.common.metadata.tasks.Task;
import com.netflix.conductor.common.metadata.tasks.TaskDef;
import com.netflix.conductor.common.metadata.tasks.TaskResult;
import com.netflix.conductor.common.metadata.workflow.StartWorkflowRequest;
import com.netflix.conductor.common.run.Workflow;
import com.netflix.conductor.common.run.Workflow.WorkflowStatus;
import dev.plankton.contracts.tasks.TaskType;
import dev.plankton.steps.Steps;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * One run with faults, and a simulated person who watches it: checks it regularly and presses retry when it has failed.
 */
final class FaultyRun implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final long LOOK_EVERY_MILLIS = 500;
    private static final long PERSONS_DELAY_MILLIS = 2_000;
    private static final int LEASE_SECONDS = 10;

    private final ConductorClient conductor;
    private final WorkflowClient workflows;
    private final TaskClient tasks;
    private final String id;
    private int retries;

    FaultyRun(URI api, String workflow, Map<String, Object> input) {
        conductor = new ConductorClient(api.toString().replaceFirst("/$", ""));
        workflows = new WorkflowClient(conductor);
        tasks = new TaskClient(conductor);
        StartWorkflowRequest request = new StartWorkflowRequest();
        request.setName(workflow);
        request.setInput(input);
        id = workflows.startWorkflow(request);
    }

    /** Makes Conductor notice a lost worker after some seconds instead of a minute: many are lost here. */
    static void shortenLeases(URI api) {
        ConductorClient conductor = new ConductorClient(api.toString().replaceFirst("/$", ""));
        MetadataClient metadata = new MetadataClient(conductor);
        for (TaskType<?, ?> type : Steps.types()) {
            TaskDef task = metadata.getTaskDef(type.name());
            task.setResponseTimeoutSeconds(LEASE_SECONDS);
            metadata.updateTaskDef(task);
        }
        conductor.shutdown();
    }

    String id() {
        return id;
    }

    /** How often retry had to be pressed so far. */
    int retries() {
        return retries;
    }

    /** Watches the run until the condition holds. Throws an AssertionError if the run is complete before. */
    void until(String what, Condition condition) throws Exception {
        Instant end = Instant.now().plus(PATIENCE);
        while (!condition.holds()) {
            if (look() == WorkflowStatus.COMPLETED && !condition.holds()) {
                throw new AssertionError("the run was complete before " + what);
            }
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("%s did not come within %s".formatted(what, PATIENCE));
            }
            Thread.sleep(LOOK_EVERY_MILLIS);
        }
    }

    /** Watches the run until it is complete. */
    Workflow complete() throws Exception {
        until("its end", () -> look() == WorkflowStatus.COMPLETED);
        return workflows.getWorkflow(id, true);
    }

    private WorkflowStatus look() throws InterruptedException {
        return patiently(() -> {
            List<Workflow> all = new ArrayList<>();
            collect(id, all);
            all.stream()
                    .filter(part -> !part.getStatus().isTerminal())
                    .forEach(part -> workflows.runDecider(part.getWorkflowId()));
            WorkflowStatus status = all.getFirst().getStatus();
            if (status.isTerminal() && status != WorkflowStatus.COMPLETED) {
                retry();
                return WorkflowStatus.RUNNING;
            }
            return status;
        });
    }

    private void retry() {
        try {
            Thread.sleep(PERSONS_DELAY_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        workflows.retryLastFailedTask(id, true);
        retries++;
    }

    /** Gives a running task of the type to another worker, as if its own worker could not be reached. */
    void takeTaskAway(String taskType) throws InterruptedException {
        patiently(() -> {
            List<Workflow> all = new ArrayList<>();
            collect(id, all);
            Task task = all.stream()
                    .flatMap(part -> part.getTasks().stream())
                    .filter(one -> one.getTaskType().equals(taskType) && one.getStatus() == Task.Status.IN_PROGRESS)
                    .findFirst()
                    .orElseThrow();
            TaskResult result = new TaskResult(task);
            result.setStatus(TaskResult.Status.FAILED);
            result.setReasonForIncompletion("given to another worker");
            tasks.updateTask(result);
            return task;
        });
    }

    private void collect(String workflow, List<Workflow> all) {
        Workflow found = workflows.getWorkflow(workflow, true);
        all.add(found);
        for (Task task : found.getTasks()) {
            String inner = task.getSubWorkflowId();
            if ("SUB_WORKFLOW".equals(task.getTaskType()) && inner != null && !inner.isBlank()) {
                collect(inner, all);
            }
        }
    }

    /** Repeats the call: Conductor itself may fail for a moment after a fault. */
    private static <T> T patiently(Supplier<T> call) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (true) {
            try {
                return call.get();
            } catch (ConductorClientException e) {
                if (Instant.now().isAfter(end)) {
                    throw e;
                }
                Thread.sleep(LOOK_EVERY_MILLIS);
            }
        }
    }

    /** A condition that the test waits for. */
    @FunctionalInterface
    interface Condition {
        boolean holds() throws Exception;
    }

    @Override
    public void close() {
        workflows.close();
        conductor.shutdown();
    }
}
