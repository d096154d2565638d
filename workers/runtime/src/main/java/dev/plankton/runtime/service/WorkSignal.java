package dev.plankton.runtime.service;

/** Wakes idle pollers when something happened that may have queued new tasks. */
final class WorkSignal {
    private long raised;

    synchronized void raise() {
        raised++;
        notifyAll();
    }

    synchronized long raised() {
        return raised;
    }

    /** Waits until the signal was raised more often than {@code seen} times, at most so long. @return whether it was */
    synchronized boolean await(long seen, long longestMillis) throws InterruptedException {
        long end = System.nanoTime() + longestMillis * 1_000_000;
        for (long left = longestMillis; raised == seen && left > 0; left = (end - System.nanoTime()) / 1_000_000) {
            wait(left);
        }
        return raised != seen;
    }
}
