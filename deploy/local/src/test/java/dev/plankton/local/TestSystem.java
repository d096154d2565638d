package dev.plankton.local;

import com.netflix.conductor.client.http.ConductorClient;
import com.netflix.conductor.client.http.MetadataClient;
import com.netflix.conductor.client.http.WorkflowClient;
import com.netflix.conductor.common.metadata.workflow.StartWorkflowRequest;
import com.netflix.conductor.common.run.Workflow;
import dev.plankton.app.Sql;
import dev.plankton.app.StackState;
import dev.plankton.app.ui.ConductorUi;
import dev.plankton.db.Database;
import dev.plankton.db.DatabaseConfig;
import dev.plankton.embedded.EmbeddedConductor;
import dev.plankton.embedded.EmbeddedStack;
import dev.plankton.embedded.Loopback;
import dev.plankton.embedded.ProgressListener;
import dev.plankton.embedded.StackConfig;
import dev.plankton.engine.metrics.Metrics;
import dev.plankton.engine.metrics.MetricsConfig;
import dev.plankton.engine.service.Environment;
import dev.plankton.engine.service.ServiceConfig;
import dev.plankton.engine.service.WorkerService;
import dev.plankton.engine.store.S3ObjectStore;
import dev.plankton.engine.store.StoreConfig;
import dev.plankton.gateway.Gateway;
import dev.plankton.gateway.GatewayConfig;
import dev.plankton.gateway.UserInterface;
import dev.plankton.steps.Steps;
import dev.plankton.workflows.Registrar;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The real services and all workers, and the calls that a test needs. */
public final class TestSystem implements AutoCloseable {
    /** Beside the usual snapshot a minute, for which tests do not wait. */
    public static final int STEPS_BETWEEN_SNAPSHOTS = 100;

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final MetricsConfig ANY_PORT = new MetricsConfig(Loopback.ADDRESS, 0);
    private static final int DECIDE_EVERY = 8;

    private final AlertReceiver alerts = new AlertReceiver();
    private final EmbeddedStack stack;
    private final DatabaseConfig database;
    private final StoreConfig store;
    private final StackState state;
    private final Metrics workerMetrics = Metrics.open(Optional.of(ANY_PORT));
    private final Metrics gatewayMetrics = Metrics.open(Optional.of(ANY_PORT));
    private final WorkerService workers;
    private final Gateway gateway;
    private final ConductorClient conductor;
    private final WorkflowClient workflows;

    /** @param folder for all data */
    public TestSystem(Path folder) throws IOException, InterruptedException {
        stack = EmbeddedStack.start(folder.resolve("stack"), StackConfig.freePorts(), ProgressListener.silent());
        GatewayConfig config = new GatewayConfig(
                Loopback.ADDRESS,
                Loopback.port("The gateway", 0),
                stack.conductorUrl(),
                ui(),
                Optional.of("a token for the tests"),
                Optional.empty());
        state = LocalSystem.state(stack, config);
        database = state.database();
        store = state.objects();
        Database.migrate(database);
        new Registrar(stack.conductorUrl()).register(Steps.types());
        workers = WorkerService.start(
                new ServiceConfig(
                        stack.conductorUrl(),
                        store,
                        database,
                        folder.resolve("workers"),
                        2,
                        Optional.empty(),
                        Optional.of(EmbeddedConductor.SCHEMA),
                        Optional.empty()),
                Steps.create(
                        Steps.ALL,
                        stack.conductorUrl(),
                        Map.of(
                                "PLANKTON_ALERT_WEBHOOK",
                                alerts.address(),
                                Environment.PUBLIC_URL,
                                state.gateway(),
                                "PLANKTON_SNAPSHOT_STEPS",
                                Integer.toString(STEPS_BETWEEN_SNAPSHOTS))),
                workerMetrics);
        gateway = Gateway.start(config, new S3ObjectStore(store), state.historyOnly(), gatewayMetrics);
        conductor = new ConductorClient(state.conductor().replaceFirst("/$", ""));
        workflows = new WorkflowClient(conductor);
    }

    AlertReceiver alerts() {
        return alerts;
    }

    /** The services. */
    public EmbeddedStack stack() {
        return stack;
    }

    /** Where the workers show their measures. */
    URI workerMetrics() {
        return workerMetrics.address().orElseThrow();
    }

    /** Where the gateway shows its measures. */
    URI gatewayMetrics() {
        return gatewayMetrics.address().orElseThrow();
    }

    /** The addresses and the token. */
    public StackState state() {
        return state;
    }

    /** The folder of Conductor's real UI, where this machine has one. */
    public static Optional<Path> realUi() {
        return Environment.value(System.getenv(), ConductorUi.VARIABLE).map(Path::of);
    }

    /** The real UI, or else a page that does as little as is needed to test the gateway. */
    private static UserInterface ui() {
        return new UserInterface.Folder(realUi().orElse(Path.of("src", "test", "resources", "stand-in-ui")));
    }

    /** The store; the caller closes it. */
    public S3ObjectStore objects() {
        return new S3ObjectStore(store);
    }

    /** As a user who may only read the schema {@code history}. */
    DatabaseConfig historyOnly() {
        return state.historyOnly();
    }

    Sql sql() throws SQLException {
        return Sql.connect(historyOnly());
    }

    MetadataClient metadata() {
        return new MetadataClient(conductor);
    }

    /** Conductor's API for runs. */
    public WorkflowClient workflows() {
        return workflows;
    }

    /** @return the number of the run */
    public String start(String workflow, Map<String, Object> input) {
        return start(workflow, input, Map.of());
    }

    /** @param domains where tasks go, by their type */
    String start(String workflow, Map<String, Object> input, Map<String, String> domains) {
        StartWorkflowRequest request = new StartWorkflowRequest();
        request.setName(workflow);
        request.setInput(input);
        request.setTaskToDomain(domains);
        return workflows.startWorkflow(request);
    }

    /** Asks the gateway for a page, as a person with the token does. */
    void visitGateway() throws IOException {
        HttpURLConnection page = (HttpURLConnection)
                URI.create(state.gateway() + "/inputs").toURL().openConnection();
        page.setRequestProperty("Authorization", "Bearer " + state.token().orElseThrow());
        page.getInputStream().readAllBytes();
        page.disconnect();
    }

    /** Waits for the end of a run. */
    public Workflow await(String run) throws InterruptedException {
        long start = System.nanoTime();
        for (int i = 1; System.nanoTime() - start < PATIENCE.toNanos(); i++) {
            Workflow workflow = workflows.getWorkflow(run, true);
            if (workflow.getStatus().isTerminal()) {
                return workflow;
            }
            if (i % DECIDE_EVERY == 0) {
                workflows.runDecider(run);
            }
            Thread.sleep(500);
        }
        throw new AssertionError("run %s has not ended in %s".formatted(run, PATIENCE));
    }

    /** Starts a run and waits for its end. */
    public Workflow run(String workflow, Map<String, Object> input) throws InterruptedException {
        return await(start(workflow, input));
    }

    /** All rows of a query, columns in order. */
    public List<Map<String, Object>> query(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database.url(), database.user(), database.password());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            ResultSetMetaData columns = rows.getMetaData();
            List<Map<String, Object>> all = new ArrayList<>();
            while (rows.next()) {
                Map<String, Object> row = new LinkedHashMap<>();
                for (int i = 1; i <= columns.getColumnCount(); i++) {
                    row.put(columns.getColumnLabel(i), rows.getObject(i));
                }
                all.add(row);
            }
            return all;
        }
    }

    @Override
    public void close() throws IOException {
        workflows.close();
        conductor.shutdown();
        gateway.close();
        workers.close();
        workerMetrics.close();
        gatewayMetrics.close();
        alerts.close();
        stack.close();
    }
}
