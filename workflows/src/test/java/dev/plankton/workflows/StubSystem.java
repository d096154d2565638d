package dev.plankton.workflows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plankton.db.Database;
import dev.plankton.db.DatabaseConfig;
import dev.plankton.embedded.EmbeddedStack;
import dev.plankton.engine.service.ServiceConfig;
import dev.plankton.engine.service.WorkerService;
import dev.plankton.engine.store.StoreConfig;
import dev.plankton.steps.Steps;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The real definitions on the real server with the real runtime; only the steps' work is left out. */
final class StubSystem implements AutoCloseable {
    private static final int THREADS = 4;

    private final Script script = new Script();
    private final ObjectMapper mapper = new ObjectMapper();
    private final EmbeddedStack stack;
    private final WorkerService workers;
    private final ConductorApi api;
    private final Runs runs;

    /** @param folder for the workers */
    StubSystem(EmbeddedStack stack, Path folder) throws IOException, InterruptedException {
        this.stack = stack;
        DatabaseConfig database = new DatabaseConfig(
                stack.jdbcUrl(), stack.postgres().user(), stack.postgres().password(), 4);
        Database.migrate(database);
        new Registrar(stack.conductorUrl()).register(Steps.types());
        StoreConfig store = new StoreConfig(
                stack.store().url(),
                stack.store().bucket(),
                stack.store().accessKey(),
                stack.store().secretKey());
        workers = WorkerService.start(
                new ServiceConfig(stack.conductorUrl(), store, database, folder, THREADS, Optional.empty()),
                StubSteps.of(script));
        api = new ConductorApi(stack.conductorUrl());
        runs = new Runs(api);
    }

    Script script() {
        return script;
    }

    Runs runs() {
        return runs;
    }

    ConductorApi api() {
        return api;
    }

    /** Starts a run in which the named steps fail once. */
    String start(String workflow, Map<String, Object> input, String... broken)
            throws IOException, InterruptedException {
        String run = runs.start(workflow, json(input));
        script.breakOnce(run, broken);
        return run;
    }

    JsonNode json(Map<String, Object> input) {
        return mapper.valueToTree(input);
    }

    /** How often each step of the run did its work, or failed. */
    Map<String, Long> times(String run) {
        return script.ran(run).stream()
                .collect(Collectors.groupingBy(label -> label, TreeMap::new, Collectors.counting()));
    }

    /** The run's status in SQL and where its report is. */
    String history(String run) throws SQLException {
        return query("select status || ' ' || coalesce(report, '') from plankton.run where run_id = ?", run).stream()
                .findFirst()
                .orElse("");
    }

    /** The only column of a query about a run, as text. */
    List<String> query(String sql, String run) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        stack.jdbcUrl(),
                        stack.postgres().user(),
                        stack.postgres().password());
                PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, run);
            List<String> all = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    all.add(rows.getString(1));
                }
            }
            return all;
        }
    }

    @Override
    public void close() {
        workers.close();
    }
}
