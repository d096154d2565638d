package dev.plankton.runtime.service;

import java.util.concurrent.atomic.AtomicBoolean;

/** Tells one running step that nobody waits for it any more, and wakes it if it sleeps. */
final class Cancellation {
    private final AtomicBoolean cancelled = new AtomicBoolean();
    private final Thread worker;

    Cancellation(Thread worker) {
        this.worker = worker;
    }

    void cancel() {
        if (cancelled.compareAndSet(false, true)) {
            worker.interrupt();
        }
    }

    boolean cancelled() {
        return cancelled.get();
    }

    void check() throws InterruptedException {
        if (cancelled.get() || Thread.currentThread().isInterrupted()) {
            throw new InterruptedException("cancelled");
        }
    }
}
