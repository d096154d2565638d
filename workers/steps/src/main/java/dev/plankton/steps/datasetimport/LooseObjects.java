package dev.plankton.steps.datasetimport;

import dev.plankton.engine.store.ObjectStore;
import dev.plankton.engine.store.ObjectStore.StoredObject;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;

/**
 * Files that were uploaded one by one, in key order. Several files are read ahead at a time, because the store answers
 * slowly.
 */
final class LooseObjects implements UploadedFiles {
    private static final int READERS = 16;
    private static final int READ_AHEAD = 64;

    /** One object that is a file of the upload. */
    record Item(UploadPath path, StoredObject object) {}

    private record Reading(UploadPath path, Future<Spooled> file) {}

    private final ObjectStore store;
    private final List<Item> items;
    private final Spool spool;

    LooseObjects(ObjectStore store, List<Item> items, Spool spool) {
        this.store = store;
        this.items = List.copyOf(items);
        this.spool = spool;
    }

    @Override
    public void survey(PathVisitor visitor) throws IOException, InterruptedException {
        for (Item item : items) {
            visitor.visit(item.path());
        }
    }

    @Override
    public void read(Predicate<UploadPath> wanted, FileVisitor visitor) throws IOException, InterruptedException {
        Iterator<Item> remaining =
                items.stream().filter(item -> wanted.test(item.path())).iterator();
        Deque<Reading> ahead = new ArrayDeque<>();
        ExecutorService readers = Executors.newFixedThreadPool(READERS);
        try {
            while (remaining.hasNext() || !ahead.isEmpty()) {
                while (remaining.hasNext() && ahead.size() < READ_AHEAD) {
                    Item item = remaining.next();
                    ahead.add(new Reading(item.path(), readers.submit(() -> spooled(item.object()))));
                }
                Reading next = ahead.remove();
                Spooled file = result(next.file());
                visitor.visit(next.path(), file);
                Spool.discard(file);
            }
        } finally {
            readers.shutdownNow();
            readers.close();
        }
    }

    private Spooled spooled(StoredObject object) throws IOException {
        try (InputStream in = store.open(object.key())) {
            Spooled file = spool.take(in);
            if (file instanceof Spooled.Whole whole && whole.bytes() != object.bytes()) {
                throw new IOException("the object %s changed while it was read".formatted(object.key()));
            }
            return file;
        }
    }

    private static Spooled result(Future<Spooled> future) throws IOException, InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case IOException io -> throw io;
                case RuntimeException unchecked -> throw unchecked;
                case Error error -> throw error;
                case null, default -> throw new IllegalStateException(e);
            }
        }
    }
}
