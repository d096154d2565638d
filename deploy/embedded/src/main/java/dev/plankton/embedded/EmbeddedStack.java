package dev.plankton.embedded;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Function;

/**
 * PostgreSQL, the S3 store and Conductor, started together on one data folder, on loopback only. Closing it leaves no
 * process behind. Processes that a killed predecessor left behind on the folder are stopped at the next start.
 */
public final class EmbeddedStack implements AutoCloseable {
    private static final String POSTGRES = "postgres";
    private static final String CONDUCTOR = "conductor";

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

    /**
     * Starts all three and waits until they are ready; they are stopped when this JVM ends, if not before. When one
     * cannot be started, none is left running.
     */
    public static EmbeddedStack start(Path folder, StackConfig config, ProgressListener listener) throws IOException {
        Parts parts = new Parts();
        return start(folder, config, listener, parts, new CloseAtExit(parts));
    }

    /** The same, as one of the parts of a larger system; the owner of the parts stops it. */
    public static EmbeddedStack start(Path folder, StackConfig config, ProgressListener listener, Parts owner)
            throws IOException {
        return start(folder, config, listener, owner, owner);
    }

    /** Where the store of a stack on the folder keeps its files. */
    public static Path storeFolder(Path folder) {
        return folder.resolve("store");
    }

    /** Stops the processes that a killed predecessor left behind on the folder, if there are any. */
    public static void stopLeftovers(Path folder) throws IOException {
        EmbeddedConductor.stopLeftover(folder.resolve(CONDUCTOR));
        EmbeddedPostgres.stopLeftover(folder.resolve(POSTGRES));
    }

    private static EmbeddedStack start(
            Path folder, StackConfig config, ProgressListener listener, Parts parts, AutoCloseable running)
            throws IOException {
        try {
            stopLeftovers(folder);
            EmbeddedPostgres postgres = timed(
                    listener,
                    "PostgreSQL",
                    () -> parts.open(() -> EmbeddedPostgres.start(folder.resolve(POSTGRES), config.postgresPort())),
                    EmbeddedPostgres::jdbcUrl);
            EmbeddedStore store = timed(
                    listener,
                    "S3 store",
                    () -> parts.open(() -> EmbeddedStore.start(storeFolder(folder), config.storePort())),
                    started -> started.url().toString());
            EmbeddedConductor conductor = timed(
                    listener,
                    "Conductor",
                    () -> {
                        EmbeddedConductor launched = parts.open(() -> EmbeddedConductor.launch(
                                folder.resolve(CONDUCTOR),
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
