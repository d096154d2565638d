package dev.plankton.network;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Prepares batches on threads of its own, a few ahead of the one that is asked for, and hands them out in order. */
final class BatchesAhead<B> implements AutoCloseable {
    private static final int AHEAD = 3;

    private final IntFunction<B> preparation;
    private final int steps;
    private final Deque<Future<B>> prepared = new ArrayDeque<>();
    /** Two, so that one has work while the other waits for a disk. */
    private final ExecutorService threads = Executors.newFixedThreadPool(
            2, Thread.ofPlatform().daemon().name("batches-", 1).factory());

    private int submitted;

    /**
     * @param done steps whose batches nobody needs any more
     * @param preparation of the batch of a step, from 1
     */
    BatchesAhead(int done, int steps, IntFunction<B> preparation) {
        submitted = done;
        this.steps = steps;
        this.preparation = preparation;
        for (int i = 0; i < AHEAD; i++) {
            submit();
        }
    }

    private void submit() {
        if (submitted < steps) {
            int step = ++submitted;
            prepared.addLast(threads.submit(() -> preparation.apply(step)));
        }
    }

    /** The next step's batch; waits for it. To be called at most as often as there are steps. */
    B next() throws InterruptedException {
        submit();
        try {
            return prepared.removeFirst().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a batch could not be prepared", e.getCause());
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
