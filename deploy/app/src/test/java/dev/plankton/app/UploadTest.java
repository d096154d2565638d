package dev.plankton.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plankton.contracts.ids.UploadName;
import dev.plankton.embedded.EmbeddedStore;
import dev.plankton.engine.store.ObjectStore;
import dev.plankton.engine.store.ObjectStore.StoredObject;
import dev.plankton.engine.store.S3ObjectStore;
import dev.plankton.engine.store.StoreConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UploadTest {
    private static final UploadName MINE = new UploadName("mine");

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
        assertThat(new Upload(store).send(images, MINE)).isEqualTo(new Upload.Result(2, 2));
        assertThat(new Upload(store).send(images, MINE)).isEqualTo(new Upload.Result(2, 0));
        Files.writeString(images.resolve("egg/2.png"), "2nd");
        assertThat(new Upload(store).send(images, MINE)).isEqualTo(new Upload.Result(2, 1));
        assertThat(store.list("datasets/mine/").stream().map(StoredObject::key))
                .containsExactly("datasets/mine/egg/1.png", "datasets/mine/egg/2.png");
    }

    @Test
    void sendsAnArchiveAsItIs() throws Exception {
        Path archive = Files.writeString(folder.resolve("all.zip"), "not looked into here");

        assertThat(new Upload(store).send(archive, MINE)).isEqualTo(new Upload.Result(1, 1));
        assertThat(store.exists("datasets/mine/all.zip")).isTrue();
    }

    @Test
    void refusesBadSources() throws Exception {
        Path empty = Files.createDirectory(folder.resolve("empty"));

        assertThatThrownBy(() -> new Upload(store).send(images.resolve("egg/1.png"), MINE))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("neither a folder nor");
        assertThatThrownBy(() -> new Upload(store).send(empty, MINE))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("holds no files");
    }
}
