package dev.plankton.numerics.relations;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Divides work among threads. @param count number of threads */
record Workforce(int count) {

    /** One piece of work. */
    @FunctionalInterface
    interface Work {
        void run(int piece) throws InterruptedException;
    }

    static Workforce all() {
        return new Workforce(Runtime.getRuntime().availableProcessors());
    }

    /**
     * Does all pieces from 0 on, lower numbers first; with one thread strictly in order. If one fails, the rest is
     * skipped.
     */
    void run(int pieces, Work work) throws InterruptedException {
        AtomicInteger next = new AtomicInteger();
        Callable<Boolean> worker = () -> {
            try {
                for (int piece = next.getAndIncrement(); piece < pieces; piece = next.getAndIncrement()) {
                    work.run(piece);
                }
                return true;
            } finally {
                next.set(pieces);
            }
        };
        List<Callable<Boolean>> workers = new ArrayList<>();
        for (int thread = 0; thread < count; thread++) {
            workers.add(worker);
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(count)) {
            for (Future<Boolean> done : threads.invokeAll(workers)) {
                done.get();
            }
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case InterruptedException interrupted -> throw interrupted;
                case RuntimeException failed -> throw failed;
                case null, default -> throw new IllegalStateException(e);
            }
        }
    }
}
