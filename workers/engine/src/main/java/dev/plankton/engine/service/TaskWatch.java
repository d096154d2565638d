package dev.plankton.engine.service;

import com.netflix.conductor.client.exception.ConductorClientException;
import com.netflix.conductor.client.http.TaskClient;
import com.netflix.conductor.common.metadata.tasks.Task;
import com.netflix.conductor.common.metadata.tasks.TaskResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches tasks while they run: extends their leases, and cancels the step when Conductor no longer waits for it
 * (workflow terminated or deleted, task timed out or given to another worker).
 */
final class TaskWatch implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(TaskWatch.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(2);
    private static final int NOT_FOUND = 404;

    private final TaskClient tasks;
    private final ScheduledExecutorService scheduler = Executors.newScheduledThreadPool(
            2, Thread.ofPlatform().daemon().name("task-watch-", 0).factory());

    TaskWatch(TaskClient tasks) {
        this.tasks = tasks;
    }

    /** Watches until the returned handle is closed. */
    Watching watch(Task task, String workerId, Cancellation cancellation) {
        List<ScheduledFuture<?>> beats = new ArrayList<>();
        beats.add(every(LOOK_EVERY, () -> look(task, cancellation)));
        if (task.getResponseTimeoutSeconds() > 0) { // otherwise the lease never ends
            Duration third =
                    Duration.ofSeconds(task.getResponseTimeoutSeconds()).dividedBy(3);
            beats.add(every(third, () -> extend(task, workerId)));
        }
        return () -> beats.forEach(beat -> beat.cancel(false));
    }

    private ScheduledFuture<?> every(Duration period, Runnable action) {
        return scheduler.scheduleWithFixedDelay(action, period.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look(Task task, Cancellation cancellation) {
        try {
            if (tasks.getTaskDetails(task.getTaskId()).getStatus().isTerminal()) {
                cancellation.cancel(Cancellation.Reason.NOT_WANTED);
            }
        } catch (ConductorClientException e) {
            if (e.getStatus() == NOT_FOUND) {
                cancellation.cancel(Cancellation.Reason.NOT_WANTED);
            }
            LOGGER.debug("cannot look up task {}: {}", task.getTaskId(), e.toString());
        } catch (RuntimeException e) { // otherwise the schedule would end
            LOGGER.warn("cannot look up task {}", task.getTaskId(), e);
        }
    }

    private void extend(Task task, String workerId) {
        try {
            TaskResult beat = new TaskResult(task);
            beat.setStatus(TaskResult.Status.IN_PROGRESS);
            beat.setWorkerId(workerId);
            beat.setExtendLease(true);
            tasks.updateTask(beat);
        } catch (RuntimeException e) {
            LOGGER.debug("cannot extend the lease of task {}: {}", task.getTaskId(), e.toString());
        }
    }

    @Override
    public void close() {
        scheduler.shutdownNow();
    }

    /** Ends the watching; never throws. */
    interface Watching extends AutoCloseable {
        @Override
        void close();
    }
}
