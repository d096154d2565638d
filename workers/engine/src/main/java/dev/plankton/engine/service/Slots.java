package dev.plankton.engine.service;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Limits how many steps the service runs at once. Of the steps that need a machine to themselves, only one runs on the
 * whole machine.
 */
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

    /** Waits for a slot. A thread that holds a slot never waits for another one, so there is no deadlock. */
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

    /** Waits at most the given time until all slots are free. @return whether they are */
    boolean awaitAllFree(Duration longest) throws InterruptedException {
        if (!free.tryAcquire(count, longest.toMillis(), TimeUnit.MILLISECONDS)) {
            return false;
        }
        free.release(count);
        return true;
    }

    /** A slot for one poll and for the step that the poll may return. Closing it twice does no harm. */
    interface Slot extends AutoCloseable {
        @Override
        void close();
    }
}
