package dev.plankton.app.ui;

import dev.plankton.app.Screen;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/** Downloads a large file; a download that was interrupted goes on where it ended. */
final class Download {
    private static final Duration PATIENCE = Duration.ofSeconds(4);
    private static final int PIECE_BYTES = 1 << 16;
    private static final long MOST_BYTES = 2L << 30;
    private static final int OK = 200;
    private static final int PARTIAL = 206;
    private static final int NOTHING_LEFT = 416;

    private final Screen screen;

    Download(Screen screen) {
        this.screen = screen;
    }

    /** @throws IOException if the server cannot be reached within a few seconds, or the connection breaks */
    void bring(URI address, Path file) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        long there = Files.exists(part) ? Files.size(part) : 0;
        HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(PATIENCE);
        if (there > 0) {
            request.header("Range", "bytes=%d-".formatted(there));
        }
        try (HttpClient client = HttpClient.newBuilder()
                .connectTimeout(PATIENCE)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build()) {
            HttpResponse<InputStream> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                switch (answer.statusCode()) {
                    case OK -> save(body, part, 0, length(answer));
                    case PARTIAL -> save(body, part, there, there + length(answer));
                    case NOTHING_LEFT -> {}
                    default -> throw new IOException("%s answers %d".formatted(address.getHost(), answer.statusCode()));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static long length(HttpResponse<?> answer) {
        return answer.headers().firstValueAsLong("Content-Length").orElse(0);
    }

    private void save(InputStream body, Path part, long there, long whole) throws IOException {
        long saved = there;
        StandardOpenOption mode = there > 0 ? StandardOpenOption.APPEND : StandardOpenOption.TRUNCATE_EXISTING;
        try (OutputStream out =
                Files.newOutputStream(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE, mode)) {
            byte[] piece = new byte[PIECE_BYTES];
            for (int read = body.read(piece); read >= 0; read = body.read(piece)) {
                saved += read;
                if (saved > MOST_BYTES) {
                    throw new IOException("the file has more than 2 GiB");
                }
                out.write(piece, 0, read);
                screen.live("Conductor's UI: %d of %d MB".formatted(saved / 1_000_000, whole / 1_000_000));
            }
        }
        if (whole > 0 && saved != whole) {
            throw new IOException("the connection broke after %d of %d bytes".formatted(saved, whole));
        }
    }
}
