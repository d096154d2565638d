package dev.plankton.app.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.plankton.app.Screen;
import dev.plankton.gateway.UserInterface;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConductorUiTest {
    private static final String STATIC = "BOOT-INF/classes/static/";
    private static final URI NOWHERE = URI.create("http://127.0.0.1:1/conductor-server.jar");

    @TempDir
    private Path folder;

    private final StringWriter told = new StringWriter();

    private ConductorUi ui(URI official) {
        return new ConductorUi(
                folder.resolve("cache"),
                folder.resolve("cli.jar"),
                official,
                new Screen(new PrintWriter(told, true), false));
    }

    private Path jar(Map<String, String> entries) throws IOException {
        Path jar = Files.createTempFile(folder, "server", ".jar");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            for (Map.Entry<String, String> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return jar;
    }

    /** Laid out like the official one. */
    private Path official() throws IOException {
        return jar(Map.of(
                "BOOT-INF/classes/application.properties",
                "secret=1",
                STATIC + "index.html",
                "<p>the UI</p>",
                STATIC + "context.js",
                "window.conductor = {};",
                STATIC + "assets/app.js",
                "run()"));
    }

    private static Path files(UserInterface found) {
        return ((UserInterface.Folder) found).path();
    }

    @Test
    void onlyTheStaticFilesOfAJarAreTakenAndTheyAreKept() throws IOException {
        Path jar = official();

        Path files = files(ui(NOWHERE).find(Optional.of(jar.toUri().toString())));
        assertThat(files.resolve("index.html")).hasContent("<p>the UI</p>");
        assertThat(files.resolve("assets/app.js")).exists();
        assertThat(files.resolve("application.properties")).doesNotExist();

        told.getBuffer().setLength(0);
        assertThat(files(ui(NOWHERE).find(Optional.of(jar.toString())))).isEqualTo(files);
        assertThat(told.toString()).isEmpty();
    }

    @Test
    void aJarThatChangedIsRefused() throws IOException {
        Path jar = official();
        ui(NOWHERE).find(Optional.of(jar.toString()));
        Files.write(jar, new byte[] {1}, StandardOpenOption.APPEND);

        assertThatThrownBy(() -> ui(NOWHERE).find(Optional.of(jar.toString())))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is damaged or was replaced")
                .hasMessageContaining("delete " + folder.resolve("cache"));
    }

    @Test
    void filesThatWereDamagedAreTakenAgain() throws IOException {
        Path jar = official();
        Path files = files(ui(NOWHERE).find(Optional.of(jar.toString())));
        Files.writeString(files.resolve("assets/app.js"), "steal()");

        assertThat(files(ui(NOWHERE).find(Optional.of(jar.toString()))).resolve("assets/app.js"))
                .hasContent("run()");
    }

    @Test
    void whatIsNoUiIsRefused() throws IOException {
        Path empty = jar(Map.of("BOOT-INF/classes/application.properties", "a=b"));
        Path outside = jar(Map.of(STATIC + "index.html", "x", STATIC + "../../../evil", "x"));
        Path text = Files.writeString(folder.resolve("text.jar"), "no jar");

        for (Path jar : List.of(empty, outside, text)) {
            assertThatThrownBy(() -> ui(NOWHERE).find(Optional.of(jar.toString())))
                    .as(jar.toString())
                    .isInstanceOf(IOException.class)
                    .hasMessageMatching(".*(holds no UI|outside of its folder|not a sound jar).*");
        }
        assertThatThrownBy(() ->
                        ui(NOWHERE).find(Optional.of(folder.resolve("none").toString())))
                .hasMessageContaining("neither a folder with an index.html nor a jar");
        assertThat(folder.resolve("cache")).isDirectoryNotContaining("glob:**evil*");
    }

    @Test
    void aFolderIsServedAsItIs() throws IOException {
        Path named = Files.createDirectories(folder.resolve("built"));
        Files.writeString(named.resolve("index.html"), "x");

        assertThat(files(ui(NOWHERE).find(Optional.of(named.toString())))).isEqualTo(named);
        assertThat(ui(NOWHERE).find(Optional.of("none"))).isInstanceOf(UserInterface.None.class);
    }

    @Test
    void withoutNetworkEverythingElseStartsWithoutDelay() throws IOException {
        long start = System.nanoTime();

        assertThat(ui(NOWHERE).find(Optional.empty())).isInstanceOf(UserInterface.None.class);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
        assertThat(told.toString()).contains("Everything else works", "--ui");
    }

    @Test
    void theCommandLinesJarIsTakenBeforeAnythingIsDownloaded() throws IOException {
        Files.copy(official(), folder.resolve("cli.jar"));

        assertThat(files(ui(NOWHERE).find(Optional.empty())).resolve("index.html"))
                .exists();
    }

    /** The server breaks the first connection in the middle. */
    @Test
    void aDownloadThatBreaksGoesOnAtTheNextStartAndHappensOnce() throws IOException {
        byte[] jar = Files.readAllBytes(official());
        List<String> ranges = new ArrayList<>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            ranges.add(String.valueOf(exchange.getRequestHeaders().getFirst("Range")));
            exchange.sendResponseHeaders(200, jar.length);
            exchange.getResponseBody().write(jar, 0, 100);
            exchange.getResponseBody().flush();
            throw new IOException("the connection breaks");
        });
        server.start();
        try {
            URI address = URI.create("http://127.0.0.1:%d/server.jar"
                    .formatted(server.getAddress().getPort()));
            assertThat(ui(address).find(Optional.empty())).isInstanceOf(UserInterface.None.class);
            server.removeContext("/");
            server.createContext("/", exchange -> {
                String range = String.valueOf(exchange.getRequestHeaders().getFirst("Range"));
                ranges.add(range);
                int from = Integer.parseInt(range.replaceAll("\\D", ""));
                exchange.sendResponseHeaders(206, jar.length - from);
                exchange.getResponseBody().write(jar, from, jar.length - from);
                exchange.close();
            });
            assertThat(files(ui(address).find(Optional.empty())).resolve("index.html"))
                    .exists();
            assertThat(ui(address).find(Optional.empty())).isInstanceOf(UserInterface.Folder.class);
            assertThat(ranges).containsExactly("null", "bytes=100-");
        } finally {
            server.stop(0);
        }
    }
}
