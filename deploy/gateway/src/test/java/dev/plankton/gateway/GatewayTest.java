package dev.plankton.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.plankton.contracts.ids.RunId;
import dev.plankton.db.Database;
import dev.plankton.db.DatabaseConfig;
import dev.plankton.db.rows.RunEnd;
import dev.plankton.db.rows.RunStart;
import dev.plankton.embedded.EmbeddedPostgres;
import dev.plankton.embedded.EmbeddedStore;
import dev.plankton.embedded.Loopback;
import dev.plankton.engine.metrics.Metrics;
import dev.plankton.engine.metrics.MetricsConfig;
import dev.plankton.engine.store.S3ObjectStore;
import dev.plankton.engine.store.StoreConfig;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** With a real store and a real database; Conductor is a server that says what it was asked. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GatewayTest {
    private static final String TOKEN = "a token for this test";
    private static final String PAGE = "0123456789abcdef";
    private static final String RUN = "11111111-2222-3333-4444-555555555555";
    private static final String INDEX = "reports/%s/index.html".formatted(PAGE);

    private final List<Map<String, List<String>>> forwarded = new CopyOnWriteArrayList<>();
    private EmbeddedStore store;
    private EmbeddedPostgres postgres;
    private HttpServer conductor;
    private Metrics metrics;
    private final List<Gateway> gateways = new ArrayList<>();
    private Client client;
    private Client withoutUi;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        store = EmbeddedStore.start(folder.resolve("store"), 0);
        postgres = EmbeddedPostgres.start(folder.resolve("postgres"), 0);
        DatabaseConfig owner = new DatabaseConfig(postgres.jdbcUrl(), postgres.user(), postgres.password(), 8);
        Database.migrate(owner);
        record(owner);
        S3ObjectStore objects =
                new S3ObjectStore(new StoreConfig(store.url(), store.bucket(), store.accessKey(), store.secretKey()));
        Path file = folder.resolve("file");
        objects.put(INDEX, Files.writeString(file, "<p>the report</p>"), "text/html");
        objects.put(INDEX.replace("index.html", "pca.mp4"), Files.writeString(file, "0123456789"), "video/mp4");
        objects.put("artifacts/secret", Files.writeString(file, "not for the web"), "text/plain");
        Path ui = folder.resolve("ui");
        Files.createDirectories(ui.resolve("assets"));
        Files.writeString(ui.resolve("index.html"), "<p>the UI</p>");
        Files.writeString(ui.resolve("context.js"), "window.conductor = {};");
        Files.writeString(ui.resolve("assets").resolve("app.js"), "run()");
        conductor = conductor();
        metrics = Metrics.open(Optional.of(new MetricsConfig("127.0.0.1", 0)));
        client = new Client(start(new UserInterface.Folder(ui), objects));
        withoutUi = new Client(start(new UserInterface.None("Get it <there>."), objects));
    }

    /** @return its port */
    private int start(UserInterface ui, S3ObjectStore objects) throws IOException {
        int port = Loopback.port("The gateway", 0);
        gateways.add(Gateway.start(
                new GatewayConfig(
                        "127.0.0.1",
                        port,
                        URI.create("http://127.0.0.1:%d/hidden/api/"
                                .formatted(conductor.getAddress().getPort())),
                        ui,
                        Optional.of(TOKEN),
                        Optional.of(URI.create("https://bay.example/"))),
                objects,
                new DatabaseConfig(postgres.jdbcUrl(), EmbeddedPostgres.READER, postgres.readerPassword(), 2),
                metrics));
        return port;
    }

    private static void record(DatabaseConfig owner) throws IOException {
        try (Database database = Database.open(owner)) {
            RunId run = new RunId(RUN);
            database.history()
                    .runs()
                    .started(new RunStart(run, "plankton_embedding", 1, "{\"dataset\": \"<b>\"}", Instant.now()));
            database.history().runs().report(run, INDEX, Optional.empty());
            database.history().runs().ended(run, RunEnd.failed("A class is called <script>alert(1)</script>."));
        }
    }

    private HttpServer conductor() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            forwarded.add(Map.copyOf(exchange.getRequestHeaders()));
            byte[] answer = "%s %s %s"
                    .formatted(
                            exchange.getRequestMethod(),
                            exchange.getRequestURI(),
                            new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8))
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.createContext("/hidden/api/tasks/queue/all", exchange -> {
            byte[] answer =
                    "{\"plankton_train\": 3, \"gpu:plankton_train\": 2, \"JOIN\": 5}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        return server;
    }

    @AfterAll
    void stop() throws IOException {
        for (Gateway gateway : gateways) {
            gateway.close();
        }
        metrics.close();
        conductor.stop(0);
        postgres.close();
        store.close();
    }

    @Test
    void withoutTheTokenThereIsOnlyTheLoginPage() throws Exception {
        for (String path :
                List.of("/", "/api/workflow/x", "/reports/latest/", "/executions", "/assets/app.js", "/?token=x")) {
            Client.Answer answer = client.get(path, Map.of());
            assertThat(answer.status()).as(path).isEqualTo(401);
            assertThat(answer.body()).contains("Which token?").doesNotContain("the report", "the UI", TOKEN);
        }
        assertThat(forwarded)
                .allSatisfy(headers -> assertThat(headers.toString()).doesNotContain("no token"));
    }

    @Test
    void theTokenOpensTheDoorAndVanishesFromTheAddress() throws Exception {
        Client.Answer answer = client.get("/executions?token=%s&x=1".formatted(TOKEN.replace(" ", "%20")), Map.of());
        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Location")).endsWith("/executions?x=1");
        assertThat(answer.header("Set-Cookie"))
                .contains("HttpOnly", "SameSite=Lax")
                .doesNotContain("a token");
        assertThat(client.get("/", Map.of("Authorization", "Bearer " + TOKEN)).status())
                .isEqualTo(200);
        assertThat(client.get("/", Map.of("Authorization", "Bearer no")).status())
                .isEqualTo(401);
    }

    @Test
    void theTokenVanishesAlsoForABrowserThatWasThereBefore() throws Exception {
        String token = TOKEN.replace(" ", "+");
        Map<String, String> cookie =
                Map.of("Cookie", client.get("/?token=" + token, Map.of()).header("Set-Cookie"));
        assertThat(client.get("/", cookie).status()).isEqualTo(200);
        for (String name : List.of("token", "%74oken")) {
            Client.Answer again = client.get("/?x=1&%s=%s".formatted(name, token), cookie);
            assertThat(again.status()).isEqualTo(302);
            assertThat(again.header("Location")).endsWith("/?x=1");
        }
        assertThat(client.get("/api/x?token=of+something+else", cookie).body())
                .isEqualTo("GET /hidden/api/x?token=of+something+else ");
        assertThat(client.get("/?token=%zz", cookie).status()).isEqualTo(200);
        assertThat(client.post("/api/x?token=" + token, "{}").body()).startsWith("POST /hidden/api/x");
    }

    @Test
    void otherSitesAreRefused() throws Exception {
        assertThat(client.enter("/", Map.of("Host", "evil.example")).status()).isEqualTo(403);
        assertThat(client.enter("/api/workflow", Map.of("Origin", "https://evil.example"))
                        .status())
                .isEqualTo(403);
        assertThat(client.enter("/", Map.of("Host", "bay.example")).status()).isEqualTo(200);
        assertThat(client.enter("/", Map.of("Origin", "https://bay.example")).status())
                .isEqualTo(200);
    }

    @Test
    void requestsToTheApiReachConductorWithoutWhatOpensTheGateway() throws Exception {
        assertThat(client.enter("/api/workflow/search?query=a%20b", Map.of()).body())
                .isEqualTo("GET /hidden/api/workflow/search?query=a%20b ");
        assertThat(client.post("/api/workflow/plankton_embedding", "{\"dataset\": \"bay\"}")
                        .body())
                .isEqualTo("POST /hidden/api/workflow/plankton_embedding {\"dataset\": \"bay\"}");
        assertThat(forwarded)
                .isNotEmpty()
                .allSatisfy(headers ->
                        assertThat(headers.keySet()).doesNotContain("Cookie", "Authorization", "Origin", "Referer"));
    }

    @Test
    void theUiHasItsFilesAndOnePageForAllItsPaths() throws Exception {
        Map<String, String> browser = Map.of("Accept", "text/html,*/*");
        assertThat(client.enter("/assets/app.js", Map.of()).body()).isEqualTo("run()");
        for (String path :
                List.of("/executions", "/execution/" + RUN, "/workflowDef/plankton_training/1", "/runWorkflow")) {
            assertThat(client.enter(path, browser).body()).as(path).isEqualTo("<p>the UI</p>");
        }
        assertThat(client.enter("/context.js", Map.of()).body())
                .endsWith("CONDUCTOR_INTEGRATIONS_AI_ENABLED = false;\n");
        assertThat(client.enter("/assets/", browser).body()).doesNotContain("app.js");
        assertThat(client.enter("/assets/none.js", browser).status()).isEqualTo(404);
        assertThat(client.enter("/executions", Map.of("Accept", "application/json"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void withoutTheUiItsPagesSayHowToGetIt() throws Exception {
        for (String path : List.of("/runWorkflow", "/execution/" + RUN)) {
            Client.Answer answer = withoutUi.enter(path, Map.of());
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.body()).contains("is not here", "Get it &lt;there&gt;.");
        }
        assertThat(withoutUi.enter("/", Map.of()).body()).contains("plankton_embedding", "Get it &lt;there&gt;.");
    }

    @Test
    void theFirstPageListsRunsAndShowsTheirTextsAsText() throws Exception {
        Client.Answer answer = client.enter("/", Map.of());
        assertThat(answer.body())
                .contains(
                        "plankton_embedding",
                        "FAILED",
                        "&lt;script&gt;",
                        "/reports/%s/".formatted(PAGE),
                        "/execution/" + RUN)
                .doesNotContain("<script");
        assertThat(client.enter("/inputs", Map.of()).body()).contains("learningRateDecay", "classifierPatience");
    }

    @Test
    void reportsComeFromTheStore() throws Exception {
        Client.Answer page = client.enter("/reports/%s/".formatted(PAGE), Map.of());
        assertThat(page.body()).isEqualTo("<p>the report</p>");
        assertThat(page.header("Content-Type")).isEqualTo("text/html; charset=utf-8");
        assertThat(page.header("Content-Security-Policy")).contains("connect-src 'none'", "object-src 'self'");
        for (String run :
                List.of("/reports/" + RUN, "/reports/%s/".formatted(RUN), "/reports/latest/", "/reports/" + PAGE)) {
            assertThat(client.enter(run, Map.of()).header("Location")).as(run).endsWith("/reports/%s/".formatted(PAGE));
        }
        String unknown = RUN.replace('1', '9');
        assertThat(client.enter("/reports/%s/".formatted(unknown), Map.of()).status())
                .isEqualTo(404);
        assertThat(client.enter("/reports/fedcba9876543210/", Map.of()).status())
                .isEqualTo(404);
        assertThat(client.post("/reports/%s/".formatted(PAGE), "").status()).isEqualTo(405);
    }

    @Test
    void aFilmIsSentInTheRangesThatItsPlayerAsksFor() throws Exception {
        String film = "/reports/%s/pca.mp4".formatted(PAGE);
        assertThat(client.enter(film, Map.of()).header("Content-Type")).isEqualTo("video/mp4");
        Client.Answer middle = client.enter(film, Map.of("Range", "bytes=2-4"));
        assertThat(middle.status()).isEqualTo(206);
        assertThat(middle.body()).isEqualTo("234");
        assertThat(middle.header("Content-Range")).isEqualTo("bytes 2-4/10");
        assertThat(client.enter(film, Map.of("Range", "bytes=7-")).body()).isEqualTo("789");
        assertThat(client.enter(film, Map.of("Range", "bytes=-2")).body()).isEqualTo("89");
        assertThat(client.enter(film, Map.of("Range", "bytes=20-")).status()).isEqualTo(416);
    }

    @Test
    void itsMeasuresAreAtAnotherDoor() throws Exception {
        client.enter("/inputs", Map.of());
        client.get("/inputs", Map.of());
        client.enter("/reports/%s/".formatted(PAGE), Map.of());
        assertThat(measures())
                .contains(
                        "plankton_gateway_requests_seconds_count{kind=\"inputs\",status=\"200\"}",
                        "plankton_gateway_requests_seconds_count{kind=\"door\",status=\"401\"}",
                        "plankton_gateway_requests_seconds_count{kind=\"reports\",status=\"200\"}",
                        "plankton_gateway_sent_bytes_total{kind=\"reports\"}",
                        "plankton_database_connections{owner=\"gateway\",state=\"allowed\"} 2.0",
                        "plankton_conductor_answers 1.0",
                        "plankton_queue_waiting_tasks{domain=\"NO_DOMAIN\",task_type=\"plankton_train\"} 3.0",
                        "plankton_queue_waiting_tasks{domain=\"gpu\",task_type=\"plankton_train\"} 2.0",
                        "plankton_healthy 1.0")
                .doesNotContain("JOIN");
        for (String path : List.of("/metrics", "/health")) {
            assertThat(client.enter(path, Map.of()).body()).doesNotContain("plankton_", "works");
        }
    }

    private String measures() throws IOException {
        try (InputStream in =
                URI.create(metrics.address().orElseThrow() + "/metrics").toURL().openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void aWeakTokenIsRefusedAndNoneIsPossible() {
        assertThatThrownBy(() -> GatewayConfig.token(Map.of("PLANKTON_GATEWAY_TOKEN", "short"), Optional.empty()))
                .hasMessageContaining("at least 16 characters");
        assertThatThrownBy(() -> GatewayConfig.token(Map.of(), Optional.empty()))
                .hasMessageContaining("is not set");
        assertThat(GatewayConfig.token(Map.of("PLANKTON_GATEWAY_TOKEN", "none"), Optional.of("x")))
                .isEmpty();
    }

    @Test
    void hostilePathsFindNothing() throws Exception {
        Set<String> paths = HostilePaths.all(PAGE);
        assertThat(paths).hasSizeGreaterThan(200);
        SoftAssertions softly = new SoftAssertions();
        for (String path : paths) {
            Client.Answer answer = client.raw(path);
            softly.assertThat(answer.status()).as(path).isEqualTo(404);
            softly.assertThat(answer.body())
                    .as(path)
                    .isIn("Nothing is here.\n", "This report is no longer in the store.\n");
        }
        softly.assertAll();
    }
}
