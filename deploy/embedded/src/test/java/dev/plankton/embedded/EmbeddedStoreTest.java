package dev.plankton.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minio.BucketExistsArgs;
import io.minio.GetObjectArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import io.minio.StatObjectArgs;
import io.minio.StatObjectResponse;
import io.minio.errors.MinioException;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedStoreTest {
    @TempDir
    private Path folder;

    @Test
    void keepsObjectsAndCredentialsOverRestarts() throws Exception {
        String secret;
        try (EmbeddedStore store = EmbeddedStore.start(folder, 0)) {
            secret = store.secretKey();
            put(client(store, secret), "a/b", "copepod");
            store.stop();
            assertThatThrownBy(() -> get(client(store, secret), "a/b")).hasRootCauseInstanceOf(ConnectException.class);
            store.restart();
            assertThat(get(client(store, secret), "a/b")).isEqualTo("copepod");
        }
        try (EmbeddedStore store = EmbeddedStore.start(folder, 0)) {
            assertThat(store.secretKey()).isEqualTo(secret).hasSize(40);
            assertThat(get(client(store, secret), "a/b")).isEqualTo("copepod");
        }
    }

    @Test
    void comesWithItsBucketAndRefusesAWrongSecret() throws Exception {
        try (EmbeddedStore store = EmbeddedStore.start(folder, 0)) {
            assertThat(client(store, store.secretKey())
                            .bucketExists(BucketExistsArgs.builder()
                                    .bucket(store.bucket())
                                    .build()))
                    .isTrue();
            assertThatThrownBy(() -> put(client(store, "wrong"), "a", "b")).isInstanceOf(MinioException.class);
        }
    }

    @Test
    void keepsItsSecretsFromOthers() throws Exception {
        try (EmbeddedStore store = EmbeddedStore.start(folder, 0)) {
            Path secret = folder.resolve("secrets/secret-key");
            assertThat(Files.readString(secret)).isEqualTo(store.secretKey());
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
                    .isEqualTo("rw-------");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("objects"))))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void takesObjectsThroughItsFolderAsThroughRequests(@TempDir Path files) throws Exception {
        try (EmbeddedStore store = EmbeddedStore.start(folder, 0)) {
            MinioClient client = client(store, store.secretKey());
            StoreFolder direct = new StoreFolder(folder);
            put(client, "a/asked.txt", "copepod");
            put(client, "a/put.txt", "something older");
            direct.put("a/put.txt", Files.writeString(files.resolve("1"), "copepod"), "application/octet-stream");

            assertThat(get(client, "a/put.txt")).isEqualTo("copepod");
            StatObjectResponse asked = stat(client, "a/asked.txt");
            StatObjectResponse put = stat(client, "a/put.txt");
            assertThat(put.etag()).isEqualTo(asked.etag());
            assertThat(put.size()).isEqualTo(asked.size());
            assertThat(put.contentType()).isEqualTo(asked.contentType());
            try (Stream<Path> all = Files.list(folder.resolve("objects/plankton/a"))) {
                assertThat(all).hasSize(2);
            }
            assertThatThrownBy(() -> direct.put("a/none.txt", files.resolve("none"), "text/plain"))
                    .isInstanceOf(NoSuchFileException.class);
        }
    }

    private static StatObjectResponse stat(MinioClient client, String key) throws MinioException {
        return client.statObject(StatObjectArgs.builder()
                .bucket(EmbeddedStore.BUCKET)
                .object(key)
                .build());
    }

    private static MinioClient client(EmbeddedStore store, String secret) {
        return MinioClient.builder()
                .endpoint(store.url().toString())
                .credentials(store.accessKey(), secret)
                .region("us-east-1")
                .build();
    }

    private static void put(MinioClient client, String key, String text) throws MinioException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        client.putObject(PutObjectArgs.builder().bucket(EmbeddedStore.BUCKET).object(key).stream(
                        new ByteArrayInputStream(bytes), (long) bytes.length, -1L)
                .build());
    }

    private static String get(MinioClient client, String key) throws Exception {
        try (InputStream in = client.getObject(
                GetObjectArgs.builder().bucket(EmbeddedStore.BUCKET).object(key).build())) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
