package dev.plankton.steps.images;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Fetches the next item in the background while one is worked on: a store answers slowly. */
public final class ReadAhead<K, V> implements AutoCloseable {

    /** Fetches an item. */
    @FunctionalInterface
    public interface Fetch<K, V> {
        V fetch(K item) throws IOException, InterruptedException;
    }

    private final Iterator<K> remaining;
    private final Fetch<K, V> fetch;
    private final ExecutorService reader = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("read-ahead").factory());

    private Future<V> ahead;

    public ReadAhead(List<K> items, Fetch<K, V> fetch) {
        this.remaining = items.iterator();
        this.fetch = fetch;
        this.ahead = start();
    }

    /** The next item, fetched; as many calls as there are items. Meanwhile the one after it is fetched. */
    public V next() throws IOException, InterruptedException {
        V next = result(ahead);
        ahead = start();
        return next;
    }

    private Future<V> start() {
        if (!remaining.hasNext()) {
            return CompletableFuture.failedFuture(new IllegalStateException("there are no more items"));
        }
        K item = remaining.next();
        return reader.submit(() -> fetch.fetch(item));
    }

    /** What a task has computed, or the exception that it threw. */
    public static <V> V result(Future<V> future) throws IOException, InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case IOException io -> throw io;
                case InterruptedException interrupted -> throw interrupted;
                case RuntimeException unchecked -> throw unchecked;
                case Error error -> throw error;
                case null, default -> throw new IllegalStateException(e);
            }
        }
    }

    @Override
    public void close() {
        reader.shutdownNow();
        reader.close();
    }
}
