package dev.plankton.runtime.service;

import com.netflix.conductor.client.http.TaskClient;
import com.netflix.conductor.common.metadata.tasks.Task;
import com.netflix.conductor.common.metadata.tasks.TaskResult;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks after tasks while they run: extends their leases, and cancels the step when Conductor no longer waits for it
 * (workflow terminated, task timed out or given to somebody else).
 */
final class TaskWatch implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(TaskWatch.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(2);
    private static final long SHORTEST_LEASE_SECONDS = 4;

    private final TaskClient tasks;
    private final ScheduledExecutorService scheduler = Executors.newScheduledThreadPool(
            2, Thread.ofPlatform().daemon().name("task-watch-", 0).factory());

    TaskWatch(TaskClient tasks) {
        this.tasks = tasks;
    }

    /** Watches until the returned handle is closed. */
    Watching watch(Task task, String workerId, Cancellation cancellation) {
        ScheduledFuture<?> look = scheduler.scheduleWithFixedDelay(
                () -> look(task, cancellation), LOOK_EVERY.toMillis(), LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
        long leaseSeconds = Math.max(SHORTEST_LEASE_SECONDS, task.getResponseTimeoutSeconds());
        ScheduledFuture<?> extend = scheduler.scheduleAtFixedRate(
                () -> extend(task, workerId), leaseSeconds / 2, leaseSeconds / 2, TimeUnit.SECONDS);
        return () -> {
            look.cancel(false);
            extend.cancel(false);
        };
    }

    private void look(Task task, Cancellation cancellation) {
        try {
            if (tasks.getTaskDetails(task.getTaskId()).getStatus().isTerminal()) {
                cancellation.cancel();
            }
        } catch (RuntimeException e) {
            LOGGER.debug("cannot look up task {}: {}", task.getTaskId(), e.toString());
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
