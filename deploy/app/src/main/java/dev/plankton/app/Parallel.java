package dev.plankton.app;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Does the same with many things, several at once. */
final class Parallel {
    private static final int THREADS = 16;

    private Parallel() {}

    /** What is done with each. */
    @FunctionalInterface
    interface Work<T, R> {
        R on(T one) throws IOException;
    }

    /** The results in the order of the things. After the first failure, no further thing is begun. */
    static <T, R> List<R> each(Collection<T> things, Work<T, R> work) throws IOException {
        List<R> results = new ArrayList<>(things.size());
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            List<Future<R>> futures = new ArrayList<>(things.size());
            things.forEach(one -> futures.add(threads.submit(() -> work.on(one))));
            try {
                for (Future<R> future : futures) {
                    results.add(future.get());
                }
            } catch (ExecutionException e) {
                throw e.getCause() instanceof IOException cause ? cause : new IOException(e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("The transfer was interrupted.", e);
            } finally {
                threads.shutdownNow(); // nothing is left, unless one failed
            }
        }
        return results;
    }
}
