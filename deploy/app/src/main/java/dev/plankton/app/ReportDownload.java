package dev.plankton.app;

import dev.plankton.engine.store.ObjectStore;
import dev.plankton.engine.store.ObjectStore.StoredObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Copies a report from the store to the disk. */
public final class ReportDownload {
    private final ObjectStore store;

    public ReportDownload(ObjectStore store) {
        this.store = store;
    }

    /** @return the index.html in the folder */
    public Path bring(String indexKey, Path folder) throws IOException {
        String prefix = indexKey.substring(0, indexKey.lastIndexOf('/') + 1);
        for (StoredObject object : store.list(prefix)) {
            Path file = folder.resolve(object.key().substring(prefix.length())).normalize();
            Path parent = file.getParent();
            if (parent == null || !file.startsWith(folder)) {
                throw new IOException("The report holds a file outside its folder: %s.".formatted(object.key()));
            }
            Files.createDirectories(parent);
            try (InputStream in = store.open(object.key())) {
                Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return folder.resolve(indexKey.substring(prefix.length()));
    }
}
