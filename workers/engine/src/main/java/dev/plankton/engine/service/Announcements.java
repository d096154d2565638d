package dev.plankton.engine.service;

import dev.plankton.db.queues.QueueWatch;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Wakes the poller of a queue when a task for it is announced, and all pollers when one may have been missed. */
final class Announcements implements QueueWatch.Listener, AutoCloseable {
    private final ConcurrentMap<String, WorkSignal> signals = new ConcurrentHashMap<>();
    private final ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("announcements").factory());
    private volatile boolean coming;

    /** What wakes the poller of the queue. */
    WorkSignal signal(String queue) {
        return signals.computeIfAbsent(queue, name -> new WorkSignal());
    }

    /** Whether new tasks are announced; otherwise they must be asked for. */
    boolean coming() {
        return coming;
    }

    @Override
    public void announced(String queue, Duration in) {
        WorkSignal signal = signals.get(queue);
        if (signal == null) {
            return; // of a kind that this service does not take
        }
        if (in.isZero()) {
            signal.raise();
        } else {
            later.schedule(signal::raise, in.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public void listening(boolean now) {
        coming = now;
        wakeAll();
    }

    /** After a step of this service ended: the next step of its run may be waiting. */
    void ended() {
        if (!coming) {
            wakeAll();
        }
    }

    private void wakeAll() {
        List.copyOf(signals.values()).forEach(WorkSignal::raise);
    }

    @Override
    public void close() {
        later.shutdownNow();
    }
}
