package dev.plankton.runtime.service;

/** Tells one running step that nobody waits for it any more, and wakes it if it sleeps. */
final class Cancellation {
    private final Thread worker;
    private volatile boolean cancelled;
    private boolean finished;

    Cancellation(Thread worker) {
        this.worker = worker;
    }

    synchronized void cancel() {
        if (!cancelled && !finished) {
            cancelled = true;
            worker.interrupt();
        }
    }

    /** To be called by the worker when the step has ended: what comes after it is not to be interrupted. */
    synchronized void finish() {
        finished = true;
        Thread.interrupted();
    }

    boolean cancelled() {
        return cancelled;
    }

    void check() throws InterruptedException {
        if (cancelled || Thread.currentThread().isInterrupted()) {
            throw new InterruptedException("cancelled");
        }
    }
}
