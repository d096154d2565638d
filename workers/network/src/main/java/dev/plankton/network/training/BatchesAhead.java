package dev.plankton.network.training;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Prepares batches on its own threads, a few steps ahead, and returns them in order. */
final class BatchesAhead<B> implements AutoCloseable {
    private static final int AHEAD = 3;

    private final IntFunction<B> preparation;
    private final int steps;
    private final Deque<Future<B>> prepared = new ArrayDeque<>();
    /** Two threads, so that one has work while the other waits for a disk. */
    private final ExecutorService threads = Executors.newFixedThreadPool(
            2, Thread.ofPlatform().daemon().name("batches-", 1).factory());

    private int submitted;

    /**
     * @param done number of steps that are already finished
     * @param preparation prepares the batch of a step, counted from 1
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

    /** Waits for the batch of the next step and returns it. Call it at most as often as there are steps. */
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
