package dev.plankton.steps.images;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Works on the next items in the background while one is used. The results come in the order of the items. */
public final class ReadAhead<K, V> implements AutoCloseable {

    /** Fetches an item, or computes what is wanted of it. */
    @FunctionalInterface
    public interface Fetch<K, V> {
        V fetch(K item) throws IOException, InterruptedException;
    }

    private final Iterator<K> remaining;
    private final Fetch<K, V> fetch;
    private final int most;
    private final ExecutorService readers;
    private final Deque<Future<V>> ahead = new ArrayDeque<>();

    /** Fetches one item while another is used: a store answers slowly. */
    public ReadAhead(List<K> items, Fetch<K, V> fetch) {
        this(items, 1, 1, fetch);
    }

    /**
     * The same for several at a time.
     *
     * @param most how many results may wait to be used, those under way included
     */
    public ReadAhead(List<K> items, int threads, int most, Fetch<K, V> fetch) {
        this.remaining = items.iterator();
        this.fetch = fetch;
        this.most = most;
        this.readers = Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().daemon().name("read-ahead-", 0).factory());
        start();
    }

    /** The result for the next item; as many calls as there are items. */
    public V next() throws IOException, InterruptedException {
        V next = result(ahead.remove());
        start();
        return next;
    }

    private void start() {
        while (remaining.hasNext() && ahead.size() < most) {
            K item = remaining.next();
            ahead.add(readers.submit(() -> fetch.fetch(item)));
        }
    }

    /** What a task has computed, or the exception that it threw. */
    static <V> V result(Future<V> future) throws IOException, InterruptedException {
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
        readers.shutdownNow();
        readers.close();
    }
}
