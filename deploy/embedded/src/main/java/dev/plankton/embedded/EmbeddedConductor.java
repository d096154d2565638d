package dev.plankton.embedded;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Conductor's server as a separate process, with its own schema in a PostgreSQL database. */
public final class EmbeddedConductor implements AutoCloseable {
    /** The schema of its tables. */
    public static final String SCHEMA = ConductorSettings.SCHEMA;

    private static final Duration LONGEST_START = Duration.ofMinutes(10);
    private static final long POLL_MILLIS = 200;
    private static final long STOP_SECONDS = 20;
    private static final int PATH_BYTES = 20;
    private static final Set<String> ENVIRONMENT = Set.of("PATH", "HOME", "LANG", "LC_ALL", "TZ", "TMPDIR");

    private final Path folder;
    private final int port;
    private final String path;
    private final Database database;
    private final PidFile pidFile;
    private volatile @Nullable Process process;

    /** Where Conductor keeps its state: a PostgreSQL address without credentials or parameters. */
    private record Database(String url, String user, String password) {}

    private EmbeddedConductor(Path folder, int port, String path, Database database) {
        this.folder = folder;
        this.port = port;
        this.path = path;
        this.database = database;
        this.pidFile = pidFile(folder);
    }

    /**
     * Starts the server and waits until it is healthy.
     *
     * @param folder keeps its log and its settings
     * @param port 0 takes a free one
     * @param jdbcUrl a PostgreSQL database, without credentials or parameters
     */
    public static EmbeddedConductor start(Path folder, int port, String jdbcUrl, String user, String password)
            throws IOException {
        EmbeddedConductor conductor = launch(folder, port, jdbcUrl, user, password);
        try {
            conductor.awaitHealthy();
        } catch (IOException e) {
            conductor.close();
            throw e;
        }
        return conductor;
    }

    /** Starts the process without waiting for it. */
    static EmbeddedConductor launch(Path folder, int port, String jdbcUrl, String user, String password)
            throws IOException {
        Path own = PrivateFiles.folder(folder);
        String secret = new Secrets(own.resolve("secrets")).get("path", PATH_BYTES);
        EmbeddedConductor conductor = new EmbeddedConductor(
                own, Loopback.port("Conductor", port), "/" + secret, new Database(jdbcUrl, user, password));
        conductor.pidFile.stopLeftover();
        conductor.launch();
        return conductor;
    }

    /** Stops the server that a killed predecessor left behind on the folder, if there is one. */
    static void stopLeftover(Path folder) throws IOException {
        pidFile(folder).stopLeftover();
    }

    private static PidFile pidFile(Path folder) {
        return new PidFile(folder, "conductor.pid");
    }

    /** The version of the server. */
    public static String version() throws IOException {
        return ConductorJar.find().version();
    }

    private synchronized void launch() throws IOException {
        Path settings = folder.resolve("conductor.properties");
        PrivateFiles.write(
                folder,
                "conductor.properties",
                ConductorSettings.text(port, path, database.url(), database.user(), database.password()));
        ProcessBuilder builder = new ProcessBuilder(command(settings))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
        // Users of Conductor can read its environment.
        builder.environment().keySet().retainAll(ENVIRONMENT);
        // A loop whose condition takes longer than this fails; the first condition also loads the script engine.
        builder.environment().put("CONDUCTOR_SCRIPT_MAX_EXECUTION_SECONDS", "60");
        Process started = builder.start();
        process = started;
        pidFile.write(started.toHandle());
    }

    private Path log() {
        return folder.resolve("conductor.log");
    }

    private static List<String> command(Path settings) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.addAll(List.of("-jar", ConductorJar.find().file().toString()));
        command.add("--spring.config.additional-location=file:" + settings);
        return command;
    }

    /** Waits until the server reports that it is healthy. If it ends before, an IOException says where its log is. */
    void awaitHealthy() throws IOException {
        URI health = url().resolve("../health");
        HttpRequest request =
                HttpRequest.newBuilder(health).timeout(Duration.ofSeconds(10)).build();
        long deadline = System.nanoTime() + LONGEST_START.toNanos();
        try (HttpClient client = HttpClient.newHttpClient()) {
            while (System.nanoTime() < deadline) {
                Process running = process;
                if (running == null || !running.isAlive()) {
                    throw new IOException("Conductor ended while it was starting; its log is %s.".formatted(log()));
                }
                if (healthy(client, request)) {
                    return;
                }
                Thread.sleep(POLL_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while Conductor was starting.", e);
        }
        throw new IOException(
                "Conductor was not healthy after %d s; its log is %s.".formatted(LONGEST_START.toSeconds(), log()));
    }

    private static boolean healthy(HttpClient client, HttpRequest request) throws InterruptedException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false; // not listening yet
        }
    }

    /** Its API, ending in {@code /api/}, below a path that nobody can guess. */
    public URI url() {
        return URI.create("http://%s:%d%s/api/".formatted(Loopback.ADDRESS, port, path));
    }

    /** The server's process; an IllegalStateException while it is stopped. */
    public ProcessHandle process() {
        Process running = process;
        if (running == null) {
            throw new IllegalStateException("Conductor is stopped.");
        }
        return running.toHandle();
    }

    /** Starts it again, at the same address, after it was stopped or killed, and waits until it is healthy. */
    public void restart() throws IOException {
        stop();
        launch();
        awaitHealthy();
    }

    /** Ends the process at once, as a crash would. */
    public synchronized void kill() throws IOException {
        Process running = process;
        if (running != null) {
            running.destroyForcibly();
        }
        stop();
    }

    /** Ends the process in the normal way; its state is in the database. Does nothing if it is already stopped. */
    public synchronized void stop() throws IOException {
        Process running = process;
        process = null;
        if (running != null) {
            PidFile.stop(running.toHandle(), STOP_SECONDS);
            pidFile.delete();
        }
    }

    @Override
    public void close() throws IOException {
        stop();
    }
}
