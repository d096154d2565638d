package dev.plankton.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plankton.embedded.EmbeddedStore;
import dev.plankton.runtime.store.ObjectStore;
import dev.plankton.runtime.store.ObjectStore.StoredObject;
import dev.plankton.runtime.store.S3ObjectStore;
import dev.plankton.runtime.store.StoreConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UploadTest {
    @TempDir
    private Path folder;

    private EmbeddedStore server;
    private ObjectStore store;
    private Path images;

    @BeforeEach
    void start() throws Exception {
        server = EmbeddedStore.start(folder.resolve("store"), 0);
        store = new S3ObjectStore(
                new StoreConfig(server.url(), server.bucket(), server.accessKey(), server.secretKey()));
        images = Files.createDirectories(folder.resolve("images"));
        Files.createDirectories(images.resolve("egg"));
        Files.writeString(images.resolve("egg/1.png"), "one");
        Files.writeString(images.resolve("egg/2.png"), "two");
        Files.writeString(images.resolve(".DS_Store"), "hidden");
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    @Test
    void sendsOnlyWhatIsNewOrDifferent() throws Exception {
        assertThat(new Upload(store).send(images, "mine")).isEqualTo(new Upload.Result(2, 2));
        assertThat(new Upload(store).send(images, "mine")).isEqualTo(new Upload.Result(2, 0));
        Files.writeString(images.resolve("egg/2.png"), "2nd");
        assertThat(new Upload(store).send(images, "mine")).isEqualTo(new Upload.Result(2, 1));
        assertThat(store.list("datasets/mine/").stream().map(StoredObject::key))
                .containsExactly("datasets/mine/egg/1.png", "datasets/mine/egg/2.png");
    }

    @Test
    void sendsAnArchiveAsItIs() throws Exception {
        Path archive = Files.writeString(folder.resolve("all.zip"), "not looked into here");

        assertThat(new Upload(store).send(archive, "mine")).isEqualTo(new Upload.Result(1, 1));
        assertThat(store.exists("datasets/mine/all.zip")).isTrue();
    }

    @Test
    void refusesBadNamesAndSources() throws Exception {
        Path empty = Files.createDirectory(folder.resolve("empty"));

        assertThatThrownBy(() -> new Upload(store).send(images, "../up"))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("'../up' cannot name a dataset");
        assertThatThrownBy(() -> new Upload(store).send(images.resolve("egg/1.png"), "mine"))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("neither a folder nor");
        assertThatThrownBy(() -> new Upload(store).send(empty, "mine"))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("holds no files");
    }
}
