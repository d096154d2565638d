package dev.plankton.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plankton.contracts.ids.UploadName;
import dev.plankton.embedded.EmbeddedStore;
import dev.plankton.engine.store.ObjectStore;
import dev.plankton.engine.store.S3ObjectStore;
import dev.plankton.engine.store.StoreConfig;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    private List<String> stored() throws Exception {
        return store.list("datasets/mine/").stream()
                .map(object -> object.key().substring("datasets/mine/".length()))
                .toList();
    }

    @Test
    void sendsOnlyWhatIsNewOrDifferent() throws Exception {
        assertThat(new Upload(store).send(images, MINE)).isEqualTo(new Upload.Result(2, 0, 0, List.of()));
        assertThat(new Upload(store).send(images, MINE)).isEqualTo(new Upload.Result(0, 0, 2, List.of()));
        Files.writeString(images.resolve("egg/2.png"), "2nd");
        assertThat(new Upload(store).send(images, MINE)).isEqualTo(new Upload.Result(0, 1, 1, List.of()));
        assertThat(stored()).containsExactly("egg/1.png", "egg/2.png");
        try (InputStream in = store.open("datasets/mine/egg/2.png")) {
            assertThat(in.readAllBytes()).asString().isEqualTo("2nd");
        }
    }

    @Test
    void saysWhatIsGoneAndRemovesItOnlyWhenAsked() throws Exception {
        new Upload(store).send(images, MINE);
        new Upload(store).send(images, new UploadName("mine-too"));
        Files.createDirectory(images.resolve("copepod"));
        Files.move(images.resolve("egg/1.png"), images.resolve("copepod/1.png"));

        assertThat(new Upload(store).send(images, MINE)).isEqualTo(new Upload.Result(1, 0, 1, List.of("egg/1.png")));
        assertThat(stored()).containsExactly("copepod/1.png", "egg/1.png", "egg/2.png");
        assertThat(new Upload(store).send(images, MINE, Upload.Gone.REMOVE, UploadProgress.NONE))
                .isEqualTo(new Upload.Result(0, 0, 2, List.of("egg/1.png")));
        assertThat(stored()).containsExactly("copepod/1.png", "egg/2.png");
        assertThat(store.list("datasets/mine-too/")).hasSize(2);
    }

    @Test
    void removesNothingIfSomethingCannotBeSent() throws Exception {
        new Upload(store).send(images, MINE);
        Files.delete(images.resolve("egg/1.png"));
        Files.createSymbolicLink(images.resolve("egg/3.png"), images.resolve("missing.png"));

        assertThatThrownBy(() -> new Upload(store).send(images, MINE, Upload.Gone.REMOVE, UploadProgress.NONE))
                .isInstanceOf(Trouble.class);
        assertThat(stored()).containsExactly("egg/1.png", "egg/2.png");
    }

    @Test
    void listsUploadsWithAStateThatChangesWithThem() throws Exception {
        new Upload(store).send(images, MINE);
        List<String> before = new UploadList(store).table(ZoneOffset.UTC).rows().getFirst();
        assertThat(before.subList(0, 3)).containsExactly("mine", "2", "0.0");
        assertThat(before.get(3))
                .startsWith(Integer.toString(LocalDate.now(ZoneOffset.UTC).getYear()));
        assertThat(before.get(4)).matches("[0-9a-f]{12}");

        Files.writeString(images.resolve("egg/2.png"), "2nd");
        new Upload(store).send(images, MINE);
        store.put("datasets/.odd/x.png", images.resolve("egg/1.png"), "image/png");
        List<List<String>> after = new UploadList(store).table(ZoneOffset.UTC).rows();
        assertThat(after.getFirst().getLast()).isEqualTo("cannot be imported");
        assertThat(after.getLast().getFirst()).isEqualTo("mine");
        assertThat(after.getLast().getLast()).matches("[0-9a-f]{12}").isNotEqualTo(before.getLast());
    }

    @ParameterizedTest
    @ValueSource(strings = {"all.zip", "PHOTOS.ZIP", "a.Tar.gz", "b.TGZ"})
    void sendsAnArchiveAsItIs(String name) throws Exception {
        Path archive = Files.writeString(folder.resolve(name), "not looked into here");

        assertThat(new Upload(store).send(archive, MINE)).isEqualTo(new Upload.Result(1, 0, 0, List.of()));
        assertThat(stored()).containsExactly(name);
    }

    @Test
    void stopsAtTheFirstFailure() throws Exception {
        AtomicInteger begun = new AtomicInteger();

        assertThatThrownBy(() -> Parallel.each(IntStream.range(0, 5_000).boxed().toList(), number -> {
                    begun.incrementAndGet();
                    throw new IOException("no store");
                }))
                .isInstanceOf(IOException.class)
                .hasMessage("no store");
        assertThat(begun).hasValueLessThan(5_000);
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
