package dev.plankton.steps.images;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Finishes one item in the background while the next one is worked on. The results are in order. */
public final class OneBehind<T> implements AutoCloseable {

    /** The end of the work on one item. */
    @FunctionalInterface
    public interface Work<T> {
        T finish() throws IOException, InterruptedException;
    }

    private final ExecutorService background = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("one-behind").factory());

    private final List<T> results = new ArrayList<>();
    private Optional<Future<T>> last = Optional.empty();

    /** Waits for the item before, and lets this one be finished in the background. */
    public void add(Work<T> work) throws IOException, InterruptedException {
        awaitLast();
        last = Optional.of(background.submit(work::finish));
    }

    /** Waits for all items. */
    public List<T> results() throws IOException, InterruptedException {
        awaitLast();
        return List.copyOf(results);
    }

    private void awaitLast() throws IOException, InterruptedException {
        if (last.isPresent()) {
            T result = ReadAhead.result(last.get());
            last = Optional.empty();
            results.add(result);
        }
    }

    /** Gives up what is not finished. */
    @Override
    public void close() {
        background.shutdownNow();
        background.close();
    }
}
