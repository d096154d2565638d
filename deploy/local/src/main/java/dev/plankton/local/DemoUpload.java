package dev.plankton.local;

import dev.plankton.app.Trouble;
import dev.plankton.app.Upload;
import dev.plankton.contracts.ids.StoreKeys;
import dev.plankton.contracts.ids.UploadName;
import dev.plankton.demodata.DemoData;
import dev.plankton.engine.service.Folders;
import dev.plankton.engine.store.ObjectStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Puts generated images into the store as the dataset {@code demo}, unless they are already there. */
final class DemoUpload {
    private static final UploadName DATASET = new UploadName("demo");
    private static final long SEED = 1;

    private DemoUpload() {}

    /** @return what it did or found */
    static String ensure(ObjectStore store) throws IOException, Trouble {
        int there = store.list(StoreKeys.upload(DATASET)).size();
        if (there >= DemoData.DEFAULT_IMAGES) {
            return "%d images are in %s".formatted(there, StoreKeys.upload(DATASET));
        }
        Path folder = Files.createTempDirectory("plankton-demo");
        try {
            DemoData.generate(folder, SEED, DemoData.DEFAULT_IMAGES);
            Upload.Result result = new Upload(store).send(folder, DATASET);
            return "%d images generated and uploaded to %s".formatted(result.files(), StoreKeys.upload(DATASET));
        } finally {
            Folders.delete(folder);
        }
    }
}
