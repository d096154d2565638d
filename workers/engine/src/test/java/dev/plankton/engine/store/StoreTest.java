package dev.plankton.engine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.plankton.contracts.BadInputException;
import dev.plankton.contracts.ids.ArtifactId;
import dev.plankton.embedded.EmbeddedStore;
import dev.plankton.engine.store.ResultMemory.Remembered;
import io.minio.MinioClient;
import io.minio.UploadObjectArgs;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Objects, artifacts and remembered results in a real S3 store. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StoreTest {
    private static final String KEY = "a".repeat(64);

    private EmbeddedStore server;
    private S3ObjectStore objects;
    private Path folder;
    private ArtifactStore artifacts;
    private ResultMemory memory;

    @BeforeAll
    void start(@TempDir Path data) throws IOException {
        server = EmbeddedStore.start(data.resolve("store"), 0);
        objects = new S3ObjectStore(config(server.bucket()));
    }

    @AfterAll
    void stop() throws IOException {
        objects.close();
        server.close();
    }

    @BeforeEach
    void empty(@TempDir Path temporary) throws IOException {
        folder = temporary;
        artifacts = new ArtifactStore(objects, folder.resolve("cache"));
        memory = new ResultMemory(objects, artifacts, folder);
    }

    private StoreConfig config(String bucket) {
        return new StoreConfig(server.url(), bucket, server.accessKey(), server.secretKey());
    }

    @Test
    void listsReadsAndPutsOnce() throws IOException {
        assertThat(objects.putIfAbsent("list/b", file("one"), "text/plain")).isTrue();
        assertThat(objects.putIfAbsent("list/b", file("two"), "text/plain")).isFalse();
        objects.put("list/a/c", file("three"), "text/plain");

        assertThat(objects.list("list/"))
                .extracting(ObjectStore.StoredObject::key, ObjectStore.StoredObject::bytes)
                .containsExactly(tuple("list/a/c", 5L), tuple("list/b", 3L));
        assertThat(objects.list("nothing/")).isEmpty();
        assertThat(text("list/b")).isEqualTo("one");
        assertThat(objects.exists("list/b")).isTrue();
        assertThat(objects.exists("list/x")).isFalse();
        assertThatThrownBy(() -> objects.open("list/x")).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void knowsTheEntityTagsOfFilesBeforeTheyAreSent() throws Exception {
        Path small = file("one");
        objects.put("tags/small", small, "text/plain");
        byte[] bytes = new byte[(11 << 20) + 1];
        new Random(1).nextBytes(bytes);
        Path large = Files.write(folder.resolve("large"), bytes);
        long part = 5L << 20; // the smallest that S3 allows
        MinioClient client = MinioClient.builder()
                .endpoint(server.url().toString())
                .credentials(server.accessKey(), server.secretKey())
                .region("us-east-1")
                .build();
        client.uploadObject(UploadObjectArgs.builder()
                .bucket(server.bucket())
                .object("tags/large")
                .filename(large.toString(), part)
                .build());
        client.close();

        assertThat(objects.list("tags/"))
                .extracting(object -> object.etag().replace("\"", ""))
                .containsExactly(EntityTag.of(large, part), EntityTag.of(small, part));
        assertThat(EntityTag.of(large, part)).endsWith("-3");
        assertThat(EntityTag.of(large, bytes.length)).doesNotContain("-");
    }

    /** So the store need not hold a whole upload in memory. */
    @Test
    void largeFilesAreSentInPartsAndKnownAgain() throws Exception {
        byte[] bytes = new byte[Math.toIntExact(S3ObjectStore.PART_BYTES + 1)];
        new Random(2).nextBytes(bytes);
        Path large = Files.write(folder.resolve("large"), bytes);
        objects.put("tags/large", large, "text/plain");
        String tag = objects.list("tags/large").getFirst().etag().replace("\"", "");
        assertThat(tag).endsWith("-2");
        assertThat(EntityTag.matches(large, tag)).isTrue();
        // as earlier versions sent it
        assertThat(EntityTag.matches(large, EntityTag.of(large, bytes.length))).isTrue();
        assertThat(EntityTag.matches(large, tag.replace("-2", "-3"))).isFalse();
        bytes[7]++;
        Files.write(large, bytes);
        assertThat(EntityTag.matches(large, tag)).isFalse();
        Path fetched = folder.resolve("fetched");
        try (InputStream in = objects.open("tags/large")) {
            Files.copy(in, fetched);
        }
        bytes[7]--;
        assertThat(fetched).hasBinaryContent(bytes);
    }

    @Test
    void replacesAndDeletes() throws IOException {
        objects.put("snapshots/a", file("one"), "text/plain");
        objects.put("snapshots/a", file("two"), "text/plain");
        assertThat(text("snapshots/a")).isEqualTo("two");

        objects.delete("snapshots/a");
        assertThat(objects.exists("snapshots/a")).isFalse();
        assertThatCode(() -> objects.delete("snapshots/a")).doesNotThrowAnyException();
    }

    @Test
    void saysThatTheBucketIsMissing() {
        assertThatThrownBy(() -> new S3ObjectStore(config("other")).open("x"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("has no bucket 'other'");
    }

    @Test
    void artifactsAreVerifiedFetchedAndMended() throws IOException {
        ArtifactId id = artifacts.put(file("artifact"));
        assertThat(artifacts.verify(id)).isTrue();
        objects.put(ArtifactStore.key(id), file("damaged!"), "text/plain");

        assertThat(artifacts.verify(id)).isFalse();
        assertThatThrownBy(() -> fresh().fetch(id)).isInstanceOf(DamagedArtifactException.class);
        assertThat(artifacts.put(file("artifact"))).isEqualTo(id);
        assertThat(fresh().fetch(id)).hasContent("artifact");
    }

    @Test
    void aDamagedCopyInTheCacheIsFetchedAgain() throws IOException {
        ArtifactId id = artifacts.put(file("cached artifact"));
        Files.writeString(folder.resolve("cache").resolve(id.sha256()), "damaged");

        assertThat(new ArtifactStore(objects, folder.resolve("cache")).fetch(id))
                .hasContent("cached artifact");
    }

    @Test
    void aMissingArtifactIsBadInput() {
        ArtifactId id = new ArtifactId("b".repeat(64));

        assertThatThrownBy(() -> artifacts.fetch(id))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("has no artifact " + id);
    }

    @Test
    void theFirstResultStandsWhileItsArtifactsAreWhole() throws IOException {
        Remembered first = remembered("first");
        Remembered second = remembered("second");

        assertThat(memory.find("race", KEY)).isEmpty();
        assertThat(memory.remember("race", KEY, first)).isEqualTo(first);
        assertThat(memory.remember("race", KEY, second)).isEqualTo(first);
        assertThat(memory.find("race", KEY)).contains(first);
        objects.put(ArtifactStore.key(first.artifacts().getFirst()), file("damaged"), "text/plain");
        assertThat(memory.find("race", KEY)).isEmpty();
        assertThat(memory.remember("race", KEY, second)).isEqualTo(second);
        assertThat(memory.find("race", KEY)).contains(second);
    }

    @Test
    void aDamagedResultIsNone() throws IOException {
        Remembered result = remembered("result");
        memory.remember("damaged", KEY, result);
        objects.put("results/damaged/" + KEY + ".json", file("{\"outp"), "text/plain");

        assertThat(memory.find("damaged", KEY)).isEmpty();
        assertThat(memory.remember("damaged", KEY, result)).isEqualTo(result);
        assertThat(memory.find("damaged", KEY)).contains(result);
    }

    private Remembered remembered(String text) throws IOException {
        ArtifactId id = artifacts.put(file(text));
        return new Remembered(Map.of("artifact", id.sha256()), List.of(id));
    }

    private ArtifactStore fresh() throws IOException {
        return new ArtifactStore(objects, Files.createTempDirectory(folder, "cache-"));
    }

    private Path file(String text) throws IOException {
        return Files.writeString(Files.createTempFile(folder, "file-", ".txt"), text);
    }

    private String text(String key) throws IOException {
        try (InputStream in = objects.open(key)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
