package dev.plankton.runtime.service;

import com.netflix.conductor.client.exception.ConductorClientException;
import com.netflix.conductor.common.metadata.tasks.Task;
import dev.plankton.runtime.service.Slots.Slot;
import dev.plankton.runtime.step.Step;
import java.util.List;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks Conductor for the tasks of one kind of step. It asks only while a slot is free, and never waits inside the
 * server while it holds one: idle kinds of steps cost the busy ones a few milliseconds. Pauses between polls grow
 * while there is nothing to do and start short again when a step of this service has ended.
 */
final class Poller extends Thread {
    private static final Logger LOGGER = LoggerFactory.getLogger(Poller.class);
    private static final long SHORTEST_PAUSE_MILLIS = 50;
    private static final long LONGEST_PAUSE_MILLIS = 500;
    private static final long LONGEST_PAUSE_IN_TROUBLE_MILLIS = 5_000;

    private final Step<?, ?> step;
    private final TaskQueues queues;
    private final Slots slots;
    private final WorkSignal signal;
    private final PollTrouble trouble;
    private final BiConsumer<Task, Slot> begin;
    private boolean waiting;
    private volatile boolean stopping;

    /** @param begin begins to work on a task on another thread, which closes the slot afterwards */
    Poller(
            Step<?, ?> step,
            TaskQueues queues,
            Slots slots,
            WorkSignal signal,
            PollTrouble trouble,
            BiConsumer<Task, Slot> begin) {
        super("poll-" + step.taskType());
        this.step = step;
        this.queues = queues;
        this.slots = slots;
        this.signal = signal;
        this.trouble = trouble;
        this.begin = begin;
    }

    /** Ends the polling. A poll that is under way is not interrupted: the task that it brings would be lost for long. */
    synchronized void stopPolling() {
        stopping = true;
        if (waiting) {
            interrupt();
        }
    }

    private synchronized void waiting(boolean now) throws InterruptedException {
        if (now && stopping) {
            throw new InterruptedException("stopping");
        }
        waiting = now;
    }

    @Override
    public void run() {
        long pause = SHORTEST_PAUSE_MILLIS;
        try {
            while (!stopping) {
                long seen = signal.raised();
                long longest = LONGEST_PAUSE_MILLIS;
                try {
                    if (poll()) {
                        pause = SHORTEST_PAUSE_MILLIS;
                        continue;
                    }
                } catch (ConductorClientException e) {
                    trouble.failed(e);
                    longest = LONGEST_PAUSE_IN_TROUBLE_MILLIS;
                } catch (RuntimeException e) {
                    LOGGER.error("polling for {} failed", step.taskType(), e);
                    longest = LONGEST_PAUSE_IN_TROUBLE_MILLIS;
                }
                pause = pause(seen, pause) ? SHORTEST_PAUSE_MILLIS : Math.min(2 * pause, longest);
            }
        } catch (InterruptedException e) {
            LOGGER.debug("{} stops", getName());
        }
    }

    /** @return whether there was a task */
    private boolean poll() throws InterruptedException {
        Slot slot = slot();
        boolean handedOver = false;
        try {
            List<Task> polled = queues.poll(step.taskType());
            trouble.succeeded();
            for (Task task : polled) {
                handedOver = true;
                begin.accept(task, slot);
            }
            return handedOver;
        } finally {
            if (!handedOver) {
                slot.close();
            }
        }
    }

    private Slot slot() throws InterruptedException {
        waiting(true);
        try {
            return slots.acquire(step.exclusive());
        } finally {
            waiting(false);
        }
    }

    private boolean pause(long seen, long millis) throws InterruptedException {
        waiting(true);
        try {
            return signal.await(seen, millis);
        } finally {
            waiting(false);
        }
    }
}
