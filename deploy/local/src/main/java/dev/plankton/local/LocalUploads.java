package dev.plankton.local;

import dev.plankton.app.DataFolder;
import dev.plankton.app.Upload;
import dev.plankton.embedded.EmbeddedStack;
import dev.plankton.embedded.StoreFolder;
import dev.plankton.engine.store.ObjectStore;
import dev.plankton.engine.store.ObjectStore.StoredObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * How files get into the store on this machine: small ones straight into its folder, large ones by requests to it.
 *
 * @param store for requests
 * @param folder of the same store
 */
record LocalUploads(ObjectStore store, StoreFolder folder) implements Upload.Access {
    /** Above it, a request costs little beside the bytes. */
    private static final long SMALL_BYTES = 1 << 20;

    static Upload.Access access(ObjectStore store, DataFolder data) {
        return new LocalUploads(store, new StoreFolder(EmbeddedStack.storeFolder(data.path())));
    }

    @Override
    public List<StoredObject> list(String prefix) throws IOException {
        return folder.list(prefix).stream()
                .map(entry -> new StoredObject(
                        entry.key(),
                        entry.etag(),
                        entry.bytes(),
                        entry.changed().toEpochMilli()))
                .toList();
    }

    @Override
    public void put(String key, Path file, String mediaType) throws IOException {
        if (Files.size(file) <= SMALL_BYTES) {
            folder.put(key, file, mediaType);
        } else {
            store.put(key, file, mediaType);
        }
    }
}
