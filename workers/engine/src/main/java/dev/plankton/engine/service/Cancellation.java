package dev.plankton.engine.service;

import org.jspecify.annotations.Nullable;

/** Tells one running step to stop, and wakes it if it sleeps. */
final class Cancellation {
    /** Why a step is stopped. */
    enum Reason {
        /** Conductor no longer waits for the result. */
        NOT_WANTED,
        /** The service is closing; another one may go on with the task. */
        STOPPING
    }

    private final Thread worker;
    private volatile @Nullable Reason reason;
    private boolean finished;

    /** @param worker the thread that runs the step */
    Cancellation(Thread worker) {
        this.worker = worker;
    }

    synchronized void cancel(Reason why) {
        if (reason == null && !finished) {
            reason = why;
            worker.interrupt();
        }
    }

    /** The worker calls this when the step has ended, so that a late cancellation does not interrupt what follows. */
    synchronized void finish() {
        finished = true;
        Thread.interrupted();
    }

    boolean cancelled() {
        return reason != null;
    }

    boolean because(Reason why) {
        return reason == why;
    }

    void check() throws InterruptedException {
        if (cancelled() || Thread.currentThread().isInterrupted()) {
            throw new InterruptedException("cancelled");
        }
    }
}
