package dev.plankton.embedded;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Function;

/**
 * PostgreSQL, the S3 store and Conductor, started together on one data folder, on loopback only. Closing it leaves no
 * process behind; what a killed predecessor left behind on the folder is stopped at the next start.
 */
public final class EmbeddedStack implements AutoCloseable {
    private final AutoCloseable running;
    private final EmbeddedPostgres postgres;
    private final EmbeddedStore store;
    private final EmbeddedConductor conductor;

    private EmbeddedStack(
            AutoCloseable running, EmbeddedPostgres postgres, EmbeddedStore store, EmbeddedConductor conductor) {
        this.running = running;
        this.postgres = postgres;
        this.store = store;
        this.conductor = conductor;
    }

    /** Starts all three and waits until they are ready; when one cannot be started, none is left running. */
    public static EmbeddedStack start(Path folder, StackConfig config, ProgressListener listener) throws IOException {
        Parts parts = new Parts();
        AutoCloseable running = config.closeAtExit() ? new CloseAtExit(parts) : parts;
        try {
            EmbeddedPostgres postgres = timed(
                    listener,
                    "PostgreSQL",
                    () -> parts.open(() -> EmbeddedPostgres.start(folder.resolve("postgres"), config.postgresPort())),
                    EmbeddedPostgres::jdbcUrl);
            EmbeddedStore store = timed(
                    listener,
                    "S3 store",
                    () -> parts.open(() -> EmbeddedStore.start(folder.resolve("store"), config.storePort())),
                    started -> started.url().toString());
            EmbeddedConductor conductor = timed(
                    listener,
                    "Conductor",
                    () -> {
                        EmbeddedConductor launched = parts.open(() -> EmbeddedConductor.launch(
                                folder.resolve("conductor"),
                                config.conductorPort(),
                                postgres.jdbcUrl(),
                                postgres.user(),
                                postgres.password()));
                        launched.awaitHealthy();
                        return launched;
                    },
                    started -> started.url().toString());
            return new EmbeddedStack(running, postgres, store, conductor);
        } catch (IOException | RuntimeException e) {
            closeAfter(e, running);
            throw e;
        }
    }

    private static <T extends AutoCloseable> T timed(
            ProgressListener listener, String part, Parts.Opener<T> opener, Function<T, String> address)
            throws IOException {
        listener.starting(part);
        long start = System.nanoTime();
        T opened = opener.open();
        listener.ready(part, address.apply(opened), Duration.ofNanos(System.nanoTime() - start));
        return opened;
    }

    private static void closeAfter(Exception failure, AutoCloseable running) {
        try {
            running.close();
        } catch (Exception e) {
            failure.addSuppressed(e);
        }
    }

    /** Conductor's API, ending in {@code /api/}. */
    public URI conductorUrl() {
        return conductor.url();
    }

    /** The database's address, without user and password. */
    public String jdbcUrl() {
        return postgres.jdbcUrl();
    }

    public EmbeddedPostgres postgres() {
        return postgres;
    }

    public EmbeddedStore store() {
        return store;
    }

    public EmbeddedConductor conductor() {
        return conductor;
    }

    @Override
    public void close() throws IOException {
        try {
            running.close();
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException("The services cannot be stopped: " + e.getMessage(), e);
        }
    }
}
