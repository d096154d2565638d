package dev.plankton.runtime.service;

import com.netflix.conductor.client.exception.ConductorClientException;
import com.netflix.conductor.client.http.TaskClient;
import com.netflix.conductor.common.metadata.tasks.Task;
import dev.plankton.runtime.step.Step;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Polls Conductor for the tasks of a few steps and works on up to so many at once. Closing it takes no new tasks,
 * gives the running ones a while to end, then cancels them; Conductor hands those to another worker when their lease
 * ends.
 */
public final class WorkerService implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(WorkerService.class);
    private static final int POLL_WAIT_MILLIS = 200;
    private static final long PAUSE_AFTER_TROUBLE_MILLIS = 2_000;
    private static final long GRACE_SECONDS = 5;

    private final TaskClient tasks;
    private final TaskHandler handler;
    private final ResultReporter reporter;
    private final TaskWatch watch;
    private final String workerId;
    private final Semaphore slots;
    private final int threads;
    private final Set<Cancellation> running = ConcurrentHashMap.newKeySet();
    private final List<Thread> pollers = new ArrayList<>();
    private volatile boolean closing;

    WorkerService(
            TaskClient tasks,
            TaskHandler handler,
            ResultReporter reporter,
            TaskWatch watch,
            String workerId,
            int threads) {
        this.tasks = tasks;
        this.handler = handler;
        this.reporter = reporter;
        this.watch = watch;
        this.workerId = workerId;
        this.slots = new Semaphore(threads, true);
        this.threads = threads;
    }

    /** Begins to poll: one polling thread for each kind of step and each task it may work on at once. */
    void start(List<Step<?, ?>> steps) {
        pollers.add(Thread.ofPlatform().name("leftovers").start(this::reportLeftovers));
        for (Step<?, ?> step : steps) {
            for (int i = 0; i < threads; i++) {
                pollers.add(Thread.ofPlatform().name(step.taskType() + "-" + i).start(() -> poll(step)));
            }
        }
    }

    private void reportLeftovers() {
        try {
            reporter.reportLeftovers();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            LOGGER.error("cannot read the results that were kept", e);
        }
    }

    private void poll(Step<?, ?> step) {
        while (!closing) {
            try {
                slots.acquire();
                try {
                    pollOnce(step);
                } finally {
                    slots.release();
                }
            } catch (InterruptedException e) {
                // closing, or a cancellation that came after its task had ended: the loop's condition decides
            } catch (IOException | RuntimeException e) {
                LOGGER.warn("{}: {}", step.taskType(), e.toString());
                pause();
            }
        }
    }

    private void pollOnce(Step<?, ?> step) throws IOException, InterruptedException {
        List<Task> polled = poll(step.taskType());
        for (Task task : polled) {
            Cancellation cancellation = new Cancellation(Thread.currentThread());
            running.add(cancellation);
            try {
                handler.handle(step, task, cancellation);
            } finally {
                running.remove(cancellation);
            }
        }
        if (polled.isEmpty()) {
            Thread.sleep(POLL_WAIT_MILLIS);
        }
    }

    private List<Task> poll(String taskType) throws IOException {
        try {
            return tasks.batchPollTasksByTaskType(taskType, workerId, 1, POLL_WAIT_MILLIS);
        } catch (ConductorClientException e) {
            throw new IOException("Conductor cannot be polled: " + e.getMessage(), e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_AFTER_TROUBLE_MILLIS);
        } catch (InterruptedException e) {
            // closing: the loop ends by itself
        }
    }

    @Override
    public void close() {
        closing = true;
        try {
            if (!slots.tryAcquire(threads, GRACE_SECONDS, TimeUnit.SECONDS)) {
                running.forEach(Cancellation::cancel);
            }
            for (Thread poller : pollers) {
                poller.interrupt();
            }
            for (Thread poller : pollers) {
                poller.join(TimeUnit.SECONDS.toMillis(GRACE_SECONDS));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            watch.close();
        }
    }
}
