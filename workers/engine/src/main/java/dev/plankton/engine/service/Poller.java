package dev.plankton.engine.service;

import com.netflix.conductor.client.exception.ConductorClientException;
import com.netflix.conductor.common.metadata.tasks.Task;
import dev.plankton.engine.metrics.PollMeters;
import dev.plankton.engine.metrics.PollMeters.Found;
import dev.plankton.engine.service.Slots.Slot;
import dev.plankton.engine.step.Step;
import java.util.List;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Polls Conductor for the tasks of one kind of step. It polls only while it holds a free slot, and the server answers
 * at once instead of waiting for a task. So a kind of step without tasks blocks a slot only for a few milliseconds. The
 * pauses between polls grow while there are no tasks. They grow long where new tasks are announced; an announcement, or
 * else the end of a step of this service, makes them short again.
 */
final class Poller extends Thread {
    private static final Logger LOGGER = LoggerFactory.getLogger(Poller.class);
    private static final long SHORTEST_PAUSE_MILLIS = 50;
    private static final long LONGEST_PAUSE_MILLIS = 500;
    private static final long LONGEST_PAUSE_WHEN_ANNOUNCED_MILLIS = 15_000;
    private static final long LONGEST_PAUSE_IN_TROUBLE_MILLIS = 5_000;

    private final Step<?, ?> step;
    private final TaskQueues queues;
    private final Slots slots;
    private final Announcements announcements;
    private final WorkSignal signal;
    private final ConductorContact contact;
    private final PollMeters meters;
    private final BiConsumer<Task, Slot> begin;
    private boolean waiting;
    private volatile boolean stopping;

    /** @param begin starts a task on another thread, which closes the slot afterwards */
    Poller(
            Step<?, ?> step,
            TaskQueues queues,
            Slots slots,
            Announcements announcements,
            ConductorContact contact,
            PollMeters meters,
            BiConsumer<Task, Slot> begin) {
        super("poll-" + step.type().name());
        this.step = step;
        this.queues = queues;
        this.slots = slots;
        this.announcements = announcements;
        this.signal = announcements.signal(queues.name(step.type().name()));
        this.contact = contact;
        this.meters = meters;
        this.begin = begin;
    }

    /** Stops polling. A poll in progress is not interrupted: a task that it receives would be lost for a long time. */
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
                long longest = announcements.coming() ? LONGEST_PAUSE_WHEN_ANNOUNCED_MILLIS : LONGEST_PAUSE_MILLIS;
                try {
                    if (poll()) {
                        pause = SHORTEST_PAUSE_MILLIS;
                        continue;
                    }
                } catch (ConductorClientException e) {
                    meters.polled(step.type().name(), Found.FAILURE);
                    contact.failed(e);
                    longest = LONGEST_PAUSE_IN_TROUBLE_MILLIS;
                } catch (RuntimeException e) {
                    meters.polled(step.type().name(), Found.FAILURE);
                    LOGGER.error("polling for {} failed", step.type().name(), e);
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
            List<Task> polled = queues.poll(step.type().name());
            contact.succeeded();
            meters.polled(step.type().name(), polled.isEmpty() ? Found.NOTHING : Found.TASK);
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
