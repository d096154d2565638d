package dev.plankton.steps.datasetimport;

import dev.plankton.engine.store.ObjectStore;
import dev.plankton.engine.store.ObjectStore.StoredObject;
import dev.plankton.steps.images.ReadAhead;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
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
        List<Item> chosen =
                items.stream().filter(item -> wanted.test(item.path())).toList();
        try (ReadAhead<Item, Spooled> files =
                new ReadAhead<>(chosen, READERS, READ_AHEAD, item -> spooled(item.object()))) {
            for (Item item : chosen) {
                Spooled file = files.next();
                visitor.visit(item.path(), file);
                Spool.discard(file);
            }
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
}
