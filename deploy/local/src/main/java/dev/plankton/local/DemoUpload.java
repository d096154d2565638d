package dev.plankton.local;

import dev.plankton.demodata.DemoData;
import dev.plankton.runtime.Folders;
import dev.plankton.runtime.store.ObjectStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Puts generated images into the store as the dataset {@code demo}, unless there is one. */
final class DemoUpload {
    private static final String DATASET = "demo";
    private static final long SEED = 1;

    private DemoUpload() {}

    /** @return what it did or found */
    static String ensure(ObjectStore store) throws IOException, Trouble {
        int there = store.list(Upload.prefix(DATASET)).size();
        if (there >= DemoData.DEFAULT_IMAGES) {
            return "%d images are in datasets/demo/".formatted(there);
        }
        Path folder = Files.createTempDirectory("plankton-demo");
        try {
            DemoData.generate(folder, SEED, DemoData.DEFAULT_IMAGES);
            Upload.Result result = new Upload(store).send(folder, DATASET);
            return "%d images generated and uploaded to datasets/demo/".formatted(result.files());
        } finally {
            Folders.delete(folder);
        }
    }
}
