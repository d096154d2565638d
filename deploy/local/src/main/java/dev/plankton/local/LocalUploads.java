package dev.plankton.local;

import dev.plankton.app.DataFolder;
import dev.plankton.app.Upload;
import dev.plankton.embedded.EmbeddedStack;
import dev.plankton.embedded.StoreFolder;
import dev.plankton.engine.store.ObjectStore;
import java.nio.file.Files;

/** How files get into the store on this machine: small ones straight into its folder, large ones by requests to it. */
final class LocalUploads {
    /** Above it, a request costs little beside the bytes. */
    private static final long SMALL_BYTES = 1 << 20;

    private LocalUploads() {}

    static Upload.Sender sender(ObjectStore store, DataFolder folder) {
        StoreFolder objects = new StoreFolder(EmbeddedStack.storeFolder(folder.path()));
        return (key, file, mediaType) -> {
            if (Files.size(file) <= SMALL_BYTES) {
                objects.put(key, file, mediaType);
            } else {
                store.put(key, file, mediaType);
            }
        };
    }
}
