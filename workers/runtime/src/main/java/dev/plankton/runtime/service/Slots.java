package dev.plankton.runtime.service;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** How many steps the service may run at once; of those that want a machine to themselves, one on the whole machine. */
final class Slots {
    private final int count;
    private final Semaphore free;
    private final Semaphore exclusive = new Semaphore(1, true);
    private final MachineLock machine;

    Slots(int count, MachineLock machine) {
        this.count = count;
        this.free = new Semaphore(count, true);
        this.machine = machine;
    }

    /** Waits for a slot. Whoever holds one never waits for another, so this cannot lock up. */
    Slot acquire(boolean exclusively) throws InterruptedException {
        if (!exclusively) {
            free.acquire();
            return once(free::release);
        }
        exclusive.acquire();
        try {
            MachineLock.Held held = machine.acquire();
            try {
                free.acquire();
            } catch (InterruptedException e) {
                held.close();
                throw e;
            }
            return once(() -> {
                free.release();
                held.close();
                exclusive.release();
            });
        } catch (InterruptedException e) {
            exclusive.release();
            throw e;
        }
    }

    private static Slot once(Runnable release) {
        AtomicBoolean held = new AtomicBoolean(true);
        return () -> {
            if (held.compareAndSet(true, false)) {
                release.run();
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
