package dev.plankton.engine.service;

/** Wakes an idle poller when something happened that may have queued a new task. */
final class WorkSignal {
    private long raised;

    synchronized void raise() {
        raised++;
        notifyAll();
    }

    synchronized long raised() {
        return raised;
    }

    /**
     * Waits at most the given time until the signal has been raised more than {@code seen} times.
     *
     * @return whether it has
     */
    synchronized boolean await(long seen, long longestMillis) throws InterruptedException {
        long end = System.nanoTime() + longestMillis * 1_000_000;
        for (long left = longestMillis; raised == seen && left > 0; left = (end - System.nanoTime()) / 1_000_000) {
            wait(left);
        }
        return raised != seen;
    }
}
