package dev.plankton.runtime.service;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** How many steps the service may run at once; of those that want a machine to themselves, one at a time. */
final class Slots {
    private final int count;
    private final Semaphore free;
    private final Semaphore exclusive = new Semaphore(1, true);

    Slots(int count) {
        this.count = count;
        this.free = new Semaphore(count, true);
    }

    /** Waits for a slot. Whoever holds one never waits for another, so this cannot lock up. */
    Slot acquire(boolean exclusively) throws InterruptedException {
        if (exclusively) {
            exclusive.acquire();
        }
        try {
            free.acquire();
        } catch (InterruptedException e) {
            if (exclusively) {
                exclusive.release();
            }
            throw e;
        }
        AtomicBoolean held = new AtomicBoolean(true);
        return () -> {
            if (held.compareAndSet(true, false)) {
                free.release();
                if (exclusively) {
                    exclusive.release();
                }
            }
        };
    }

    /** Waits until no slot is held, at most so long. @return whether none is */
    boolean awaitAllFree(Duration longest) throws InterruptedException {
        if (!free.tryAcquire(count, longest.toMillis(), TimeUnit.MILLISECONDS)) {
            return false;
        }
        free.release(count);
        return true;
    }

    /** Held by one poll and the step that it may bring; closing it twice does no harm. */
    interface Slot extends AutoCloseable {
        @Override
        void close();
    }
}
