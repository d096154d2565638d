package dev.plankton.local.faults;

import dev.plankton.contracts.ids.StoreKeys;
import dev.plankton.db.Database;
import dev.plankton.db.DatabaseConfig;
import dev.plankton.embedded.EmbeddedConductor;
import dev.plankton.embedded.EmbeddedStack;
import dev.plankton.embedded.ProgressListener;
import dev.plankton.embedded.StackConfig;
import dev.plankton.engine.store.ObjectStore.StoredObject;
import dev.plankton.engine.store.S3ObjectStore;
import dev.plankton.engine.store.StoreConfig;
import dev.plankton.steps.Steps;
import dev.plankton.workflows.Registrar;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The real services, workers in processes of their own, and proxies between them that can be closed. */
final class FaultySystem implements AutoCloseable {
    private final Path folder;
    private final EmbeddedStack stack;
    private final DatabaseConfig database;
    private final Passage store;
    private final Passage conductor;
    private final Holds holds;
    private final S3ObjectStore objects;
    private final List<WorkerProcess> workers = new ArrayList<>();
    private int generation;

    FaultySystem(Path folder) throws IOException, InterruptedException {
        this.folder = folder;
        stack = EmbeddedStack.start(folder.resolve("stack"), StackConfig.freePorts(), ProgressListener.silent());
        database = new DatabaseConfig(
                stack.jdbcUrl(), stack.postgres().user(), stack.postgres().password(), 8);
        Database.migrate(database);
        new Registrar(stack.conductorUrl()).register(Steps.types());
        store = new Passage(stack.store().url());
        conductor = new Passage(stack.conductorUrl());
        holds = new Holds(folder.resolve("holds"));
        objects = new S3ObjectStore(new StoreConfig(
                stack.store().url(),
                stack.store().bucket(),
                stack.store().accessKey(),
                stack.store().secretKey()));
    }

    EmbeddedStack stack() {
        return stack;
    }

    DatabaseConfig database() {
        return database;
    }

    /** The proxy between the workers and the store. */
    Passage store() {
        return store;
    }

    /** The proxy between the workers and Conductor. */
    Passage conductor() {
        return conductor;
    }

    Holds holds() {
        return holds;
    }

    S3ObjectStore objects() {
        return objects;
    }

    /**
     * Starts one more worker. After all workers have ended, the first new one uses the folder of the first one before.
     */
    void startWorker() throws IOException {
        String name = "worker-%d-%d".formatted(generation, workers.size());
        Map<String, String> environment = environment(
                conductor.url(), store.url(), database.url(), folder.resolve(name), folder.resolve("holds"));
        workers.add(WorkerProcess.start(environment, folder.resolve(name + ".log")));
    }

    /** The settings of a worker that reaches the services at these addresses. */
    Map<String, String> environment(URI conductorUrl, URI storeUrl, String databaseUrl, Path state, Path heldSteps) {
        return Map.ofEntries(
                Map.entry("PLANKTON_CONDUCTOR_URL", conductorUrl.toString()),
                Map.entry("PLANKTON_CONDUCTOR_SCHEMA", EmbeddedConductor.SCHEMA),
                Map.entry("PLANKTON_STORE_URL", storeUrl.toString()),
                Map.entry("PLANKTON_STORE_BUCKET", stack.store().bucket()),
                Map.entry("PLANKTON_STORE_ACCESS_KEY", stack.store().accessKey()),
                Map.entry("PLANKTON_STORE_SECRET_KEY", stack.store().secretKey()),
                Map.entry("PLANKTON_DATABASE_URL", databaseUrl),
                Map.entry("PLANKTON_DATABASE_USER", database.user()),
                Map.entry("PLANKTON_DATABASE_PASSWORD", database.password()),
                Map.entry("PLANKTON_STATE_FOLDER", state.toString()),
                Map.entry("PLANKTON_THREADS", "2"),
                Map.entry("PLANKTON_SNAPSHOT_STEPS", "2"),
                Map.entry(HeldWorkers.HOLDS, heldSteps.toString()));
    }

    void killWorkers() throws InterruptedException {
        for (WorkerProcess worker : workers) {
            worker.kill();
        }
        workers.clear();
    }

    void terminateWorkers() throws InterruptedException {
        for (WorkerProcess worker : workers) {
            worker.terminate();
        }
        workers.clear();
    }

    void fillDisk(boolean full) throws IOException, InterruptedException {
        for (WorkerProcess worker : workers) {
            worker.fillDisk(full);
        }
    }

    /** Ends the workers and deletes everything that was made from the uploads, except the rows in SQL. */
    void forget() throws IOException, InterruptedException {
        killWorkers();
        generation++;
        holds.forget();
        forgetResults();
    }

    /** Deletes everything that was made from the uploads, except the rows in SQL. */
    void forgetResults() throws IOException {
        for (String prefix : List.of(StoreKeys.RESULTS, StoreKeys.ARTIFACTS, StoreKeys.SNAPSHOTS, StoreKeys.REPORTS)) {
            for (StoredObject object : objects.list(prefix)) {
                objects.delete(object.key());
            }
        }
    }

    /** The only column of a query, as text. */
    List<String> query(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database.url(), database.user(), database.password());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> all = new ArrayList<>();
            while (rows.next()) {
                all.add(rows.getString(1));
            }
            return all;
        }
    }

    @Override
    public void close() throws Exception {
        killWorkers();
        conductor.close();
        store.close();
        objects.close();
        stack.close();
    }
}
