package dev.plankton.engine.service;

import com.netflix.conductor.common.metadata.tasks.Task;
import dev.plankton.engine.metrics.PollMeters;
import dev.plankton.engine.service.Slots.Slot;
import dev.plankton.engine.step.Step;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The threads of a service: one poller for each kind of step, one worker for each task that runs. */
final class Polling implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(Polling.class);
    private static final Duration TO_END = Duration.ofSeconds(2);
    private static final Duration TO_HEED_CANCELLATION = Duration.ofSeconds(5);

    private final TaskQueues queues;
    private final TaskHandler handler;
    private final ResultReporter reporter;
    private final Slots slots;
    private final Announcements announcements;
    private final ConductorContact contact;
    private final PollMeters meters;
    private final Set<Cancellation> running = ConcurrentHashMap.newKeySet();
    private final Set<Thread> workers = ConcurrentHashMap.newKeySet();
    private final List<Poller> pollers = new ArrayList<>();
    private volatile boolean stopping;
    private final Thread leftovers = new Thread(this::reportLeftovers, "leftovers");

    Polling(
            TaskQueues queues,
            TaskHandler handler,
            ResultReporter reporter,
            Slots slots,
            Announcements announcements,
            ConductorContact contact,
            PollMeters meters) {
        this.queues = queues;
        this.handler = handler;
        this.reporter = reporter;
        this.slots = slots;
        this.announcements = announcements;
        this.contact = contact;
        this.meters = meters;
    }

    void start(List<Step<?, ?>> steps) {
        leftovers.start();
        for (Step<?, ?> step : steps) {
            Poller poller = new Poller(
                    step, queues, slots, announcements, contact, meters, (task, slot) -> startWorker(step, task, slot));
            pollers.add(poller);
            meters.poller(step.type().name(), poller::isAlive);
        }
        pollers.forEach(Thread::start);
    }

    /** Says so when no new tasks are taken because the service is being stopped. */
    Optional<String> stopping() {
        return stopping ? Optional.of("The worker is being stopped.") : Optional.empty();
    }

    /** A sentence that names a kind of step whose tasks are no longer polled for; empty if there is none. */
    Optional<String> trouble() {
        return pollers.stream()
                .filter(poller -> !stopping && !poller.isAlive())
                .findFirst()
                .map(poller -> "The thread %s has ended; restart this process.".formatted(poller.getName()));
    }

    private void startWorker(Step<?, ?> step, Task task, Slot slot) {
        Thread worker = Thread.ofPlatform()
                .name(step.type().name() + "-" + task.getTaskId())
                .unstarted(() -> work(step, task, slot));
        workers.add(worker);
        worker.start();
    }

    private void work(Step<?, ?> step, Task task, Slot slot) {
        Cancellation cancellation = new Cancellation(Thread.currentThread());
        running.add(cancellation);
        try (slot) {
            handler.handle(step, task, cancellation);
        } catch (InterruptedException e) {
            LOGGER.info("stopped before Conductor accepted the result of task {}; it is kept", task.getTaskId());
        } catch (IOException | RuntimeException e) {
            LOGGER.error("the result of task {} is lost", task.getTaskId(), e);
        } finally {
            running.remove(cancellation);
            workers.remove(Thread.currentThread());
            announcements.ended();
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

    @Override
    public void close() {
        stopping = true;
        pollers.forEach(Poller::stopPolling);
        reporter.stop();
        try {
            leftovers.join(TO_END);
            if (!slots.awaitAllFree(TO_END)) {
                running.forEach(cancellation -> cancellation.cancel(Cancellation.Reason.STOPPING));
                if (!slots.awaitAllFree(TO_HEED_CANCELLATION)) {
                    LOGGER.warn("some steps did not stop when they were cancelled; interrupting their threads");
                    workers.forEach(Thread::interrupt);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
