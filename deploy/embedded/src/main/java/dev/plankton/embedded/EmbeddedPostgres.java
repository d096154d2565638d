package dev.plankton.embedded;

import dev.plankton.embedded.PostgresAccess.Login;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A real PostgreSQL server as a separate process. Its data survives restarts and crashes; a postmaster that a killed
 * predecessor left behind on the folder is stopped first.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    /** Name of the database and of its owner. */
    public static final String DATABASE = "plankton";

    /** Name of the user who may only read the views of the run history. */
    public static final String READER = "plankton_reader";

    private static final String DATA = "data";
    private static final String ADMINISTRATOR = "postgres-password";
    private static final String SCRAM = "scram-sha-256";
    private static final long LAST_SECONDS = 10;
    private static final Duration LONGEST_START = Duration.ofSeconds(60);

    private final Path data;
    private final int port;
    private final Administrator administrator;
    private final Postmaster postmaster;
    private final Login owner;
    private final Login reader;
    private io.zonky.test.db.postgres.embedded.@Nullable EmbeddedPostgres server;

    /** The password of the server's first user, and the file that holds it. */
    private record Administrator(String password, Path file) {}

    private EmbeddedPostgres(Path data, int port, Administrator administrator, Login owner, Login reader) {
        this.data = data;
        this.port = port;
        this.administrator = administrator;
        this.postmaster = new Postmaster(data);
        this.owner = owner;
        this.reader = reader;
    }

    /**
     * Starts PostgreSQL on a folder, which keeps its data and its passwords.
     *
     * @param port 0 takes a free one
     */
    public static EmbeddedPostgres start(Path folder, int port) throws IOException {
        Path kept = folder.toAbsolutePath().resolve("secrets");
        Secrets secrets = new Secrets(kept);
        EmbeddedPostgres postgres = new EmbeddedPostgres(
                PrivateFiles.folder(folder.resolve(DATA)),
                Loopback.port("PostgreSQL", port),
                new Administrator(secrets.get(ADMINISTRATOR, 20), kept.resolve(ADMINISTRATOR)),
                new Login(DATABASE, secrets.get("plankton-password", 20)),
                new Login(READER, secrets.get("reader-password", 20)));
        postgres.restart();
        return postgres;
    }

    /** Starts it again, at the same address, after it was stopped. */
    public synchronized void restart() throws IOException {
        stop();
        postmaster.stop();
        var started = launch();
        server = started;
        try {
            new PostgresAccess(
                            started.getPostgresDatabase(),
                            started.getDatabase("postgres", DATABASE, Map.of("password", administrator.password())))
                    .prepare(owner, reader);
        } catch (IOException e) {
            stop();
            throw e;
        }
    }

    /** A new server has its password and its rules before it listens, so that nobody gets in without one. */
    private io.zonky.test.db.postgres.embedded.EmbeddedPostgres launch() throws IOException {
        try {
            return io.zonky.test.db.postgres.embedded.EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    .setOverrideWorkingDirectory(
                            PrivateFiles.folder(Cache.folder("postgres")).toFile())
                    .setPort(port)
                    .setPGStartupWait(LONGEST_START)
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("listen_addresses", Loopback.ADDRESS)
                    .setServerConfig("unix_socket_directories", "")
                    .setServerConfig("max_connections", "100")
                    .setConnectConfig("password", administrator.password())
                    .setLocaleConfig("encoding", "UTF8")
                    .setLocaleConfig("locale", "C")
                    .setLocaleConfig("auth-host", SCRAM)
                    .setLocaleConfig("auth-local", SCRAM)
                    .setLocaleConfig("pwfile", administrator.file().toString())
                    .setDataDirectoryCustomizer(EmbeddedPostgres::writeRules)
                    .start();
        } catch (IOException | RuntimeException e) {
            postmaster.stop();
            throw new IOException(
                    "PostgreSQL cannot be started on %s: %s; the log says more.".formatted(data, e.getMessage()), e);
        }
    }

    private static void writeRules(File data) {
        try {
            PostgresAccess.writeRules(data.toPath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops the server that a killed predecessor left behind on the folder, if there is one. */
    static void stopLeftover(Path folder) throws IOException {
        new Postmaster(folder.resolve(DATA)).stop();
    }

    /** The database's address, without user and password. */
    public String jdbcUrl() {
        return "jdbc:postgresql://%s:%d/%s".formatted(Loopback.ADDRESS, port, DATABASE);
    }

    public String user() {
        return owner.user();
    }

    public String password() {
        return owner.password();
    }

    /** The password of {@link #READER}. */
    public String readerPassword() {
        return reader.password();
    }

    /** Stops it, which ends its sessions; its data stays. Does nothing if it is stopped. */
    public synchronized void stop() throws IOException {
        var running = server;
        server = null;
        if (running == null) {
            return;
        }
        Optional<CompletableFuture<ProcessHandle>> end = postmaster.find().map(ProcessHandle::onExit);
        running.close();
        postmaster.stop();
        if (end.isPresent() && !PidFile.ended(end.get(), LAST_SECONDS)) {
            throw new IOException("PostgreSQL's process has not ended.");
        }
    }

    @Override
    public void close() throws IOException {
        stop();
    }
}
