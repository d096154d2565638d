package dev.plankton.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plankton.app.DataFolder;
import dev.plankton.app.Upload;
import dev.plankton.contracts.ids.UploadName;
import dev.plankton.embedded.EmbeddedStack;
import dev.plankton.embedded.EmbeddedStore;
import dev.plankton.engine.store.ObjectStore.StoredObject;
import dev.plankton.engine.store.S3ObjectStore;
import dev.plankton.engine.store.StoreConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalUploadsTest {

    @Test
    void smallAndLargeFilesAreFoundAgain(@TempDir Path data, @TempDir Path images) throws Exception {
        Files.write(images.resolve("small.png"), new byte[1_000]);
        Files.write(images.resolve("large.png"), new byte[2 << 20]);
        try (EmbeddedStore server = EmbeddedStore.start(EmbeddedStack.storeFolder(data), 0);
                S3ObjectStore store = new S3ObjectStore(
                        new StoreConfig(server.url(), server.bucket(), server.accessKey(), server.secretKey()))) {
            Upload.Access access = LocalUploads.access(store, new DataFolder(data));
            Upload upload = new Upload(store, access);
            assertThat(upload.send(images, new UploadName("mine"))).isEqualTo(new Upload.Result(2, 0, 0, List.of()));
            assertThat(upload.send(images, new UploadName("mine"))).isEqualTo(new Upload.Result(0, 0, 2, List.of()));
            assertThat(access.list("datasets/").stream().map(LocalUploadsTest::facts))
                    .isEqualTo(store.list("datasets/").stream()
                            .map(LocalUploadsTest::facts)
                            .toList())
                    .hasSize(2);
            assertThat(access.list("datasets/another/")).isEmpty();
        }
    }

    private static List<Object> facts(StoredObject object) {
        return List.of(object.key(), object.etag().replace("\"", ""), object.bytes(), object.changedMillis() / 1000);
    }
}
