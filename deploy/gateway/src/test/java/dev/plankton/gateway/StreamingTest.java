package dev.plankton.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plankton.db.Database;
import dev.plankton.db.DatabaseConfig;
import dev.plankton.embedded.EmbeddedPostgres;
import dev.plankton.embedded.EmbeddedStore;
import dev.plankton.embedded.Loopback;
import dev.plankton.engine.store.S3ObjectStore;
import dev.plankton.engine.store.StoreConfig;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The gateway as a process of its own, as in a container, with very little memory. */
class StreamingTest {
    private static final String TOKEN = "a token for this test";
    private static final long FILM_BYTES = 300L << 20;
    private static final int SMALL_BYTES = 2 << 20;
    private static final int READERS = 100;
    private static final String FOLDER = "reports/0123456789abcdef/";

    @TempDir
    Path folder;

    private int port;

    @Test
    void aLargeFilmAndManyReadersNeedLittleMemory() throws Exception {
        try (EmbeddedStore store = EmbeddedStore.start(folder.resolve("store"), 0);
                EmbeddedPostgres postgres = EmbeddedPostgres.start(folder.resolve("postgres"), 0)) {
            Database.migrate(new DatabaseConfig(postgres.jdbcUrl(), postgres.user(), postgres.password(), 8));
            try (S3ObjectStore objects = new S3ObjectStore(
                    new StoreConfig(store.url(), store.bucket(), store.accessKey(), store.secretKey()))) {
                objects.put(FOLDER + "pca.mp4", file("film", FILM_BYTES), "video/mp4");
                objects.put(FOLDER + "picture.png", file("picture", SMALL_BYTES), "image/png");
            }
            port = Loopback.port("The gateway", 0);
            Process gateway = gateway(store, postgres);
            try {
                awaitIt(gateway);
                assertThat(bytes("pca.mp4")).isEqualTo(FILM_BYTES);
                assertThat(readAtOnce()).hasSize(READERS).containsOnly((long) SMALL_BYTES);
            } finally {
                gateway.destroy();
                gateway.waitFor();
            }
        }
    }

    private Path file(String name, long bytes) throws IOException {
        Path file = folder.resolve(name);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(new byte[] {1}), bytes - 1);
        }
        return file;
    }

    private Process gateway(EmbeddedStore store, EmbeddedPostgres postgres) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-XX:MaxDirectMemorySize=64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        GatewayProcess.class.getName(),
                        Integer.toString(port))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile());
        builder.environment().put("PLANKTON_GATEWAY_TOKEN", TOKEN);
        builder.environment().put("PLANKTON_STORE_URL", store.url().toString());
        builder.environment().put("PLANKTON_STORE_BUCKET", store.bucket());
        builder.environment().put("PLANKTON_STORE_ACCESS_KEY", store.accessKey());
        builder.environment().put("PLANKTON_STORE_SECRET_KEY", store.secretKey());
        builder.environment().put("PLANKTON_DATABASE_URL", postgres.jdbcUrl());
        builder.environment().put("PLANKTON_DATABASE_USER", EmbeddedPostgres.READER);
        builder.environment().put("PLANKTON_DATABASE_PASSWORD", postgres.readerPassword());
        return builder.start();
    }

    private void awaitIt(Process gateway) throws InterruptedException {
        for (int i = 0; i < 300 && gateway.isAlive(); i++) {
            try {
                if (new Client(port).get("/", Map.of()).status() == 401) {
                    return;
                }
            } catch (IOException e) {
                // not yet
            }
            Thread.sleep(100);
        }
        throw new AssertionError("the gateway did not start; its log is " + folder.resolve("log"));
    }

    private long bytes(String name) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:%d/%s%s".formatted(port, FOLDER, name)))
                .header("Authorization", "Bearer " + TOKEN)
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<InputStream> answer = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            assertThat(answer.statusCode()).isEqualTo(200);
            try (InputStream body = answer.body()) {
                long bytes = 0;
                byte[] piece = new byte[1 << 16];
                for (int read = body.read(piece); read >= 0; read = body.read(piece)) {
                    bytes += read;
                }
                return bytes;
            }
        }
    }

    private List<Long> readAtOnce() throws Exception {
        List<Future<Long>> readers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(READERS)) {
            for (int i = 0; i < READERS; i++) {
                readers.add(threads.submit(() -> bytes("picture.png")));
            }
        }
        List<Long> read = new ArrayList<>();
        for (Future<Long> reader : readers) {
            read.add(reader.get());
        }
        return read;
    }
}
