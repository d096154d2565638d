package dev.plankton.gateway;

import dev.plankton.db.DatabaseConfig;
import dev.plankton.db.RunList;
import dev.plankton.engine.metrics.DatabaseMeters;
import dev.plankton.engine.metrics.Metrics;
import dev.plankton.engine.store.ObjectStore;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.resource.ResourceFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * The server that people open in a browser: the list of runs at {@code /}, Conductor's UI and its API under
 * {@code /api}, the reports under {@code /reports}, and all inputs at {@code /inputs}. Closing it ends all connections.
 */
public final class Gateway implements AutoCloseable {
    private final Server server;
    private final RunList runs;
    private final Optional<QueueSizes> queues;

    private Gateway(Server server, RunList runs, Optional<QueueSizes> queues) {
        this.server = server;
        this.runs = runs;
        this.queues = queues;
    }

    /**
     * Starts it.
     *
     * @param store with the reports
     * @param history a user who may read the schema {@code history} is enough
     * @param metrics takes the measures of requests, and of queues in Conductor
     */
    public static Gateway start(GatewayConfig config, ObjectStore store, DatabaseConfig history, Metrics metrics)
            throws IOException {
        QueuedThreadPool threads = new QueuedThreadPool();
        threads.setName("gateway");
        threads.setVirtualThreadsExecutor(Executors.newVirtualThreadPerTaskExecutor());
        Server server = new Server(threads);
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setUriCompliance(UriCompliance.UNSAFE); // the guard refuses more than Jetty would
        ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
        connector.setHost(config.address());
        connector.setPort(config.port());
        server.addConnector(connector);
        DatabaseMeters databaseMeters = metrics.database();
        RunList runs = RunList.open(history, databaseMeters);
        databaseMeters.pool("gateway", runs::pool);
        server.setHandler(new Guard(new Access(config), routes(config, store, runs, server)));
        server.setErrorHandler(new PlainErrors());
        server.setRequestLog(new RequestMeters(metrics.registry()));
        try {
            server.start();
        } catch (Exception e) {
            runs.close();
            throw new IOException(
                    "The gateway cannot listen on port %d of %s: %s."
                            .formatted(config.port(), config.address(), e.getMessage()),
                    e);
        }
        metrics.health()
                .passing(() -> server.isRunning() ? Optional.empty() : Optional.of("The gateway is being stopped."));
        // Each question locks rows of Conductor's, so it is asked only where the answer is shown.
        return new Gateway(
                server, runs, metrics.address().map(shown -> QueueSizes.watch(config.conductor(), metrics.registry())));
    }

    private static Handler routes(GatewayConfig config, ObjectStore store, RunList runs, Server server) {
        String api = config.conductor().toString();
        Handler conductor = new ConductorForward(URI.create(api.substring(0, api.lastIndexOf("/api"))));
        Handler reports = new ReportFiles(store, runs);
        Handler first = new RunsPage(runs, config.ui());
        Handler inputs = new InputsPage();
        Handler ui = ui(config.ui(), server);
        return new Routes(List.of(
                new Routes.Route("runs", "/"::equals, first),
                new Routes.Route("inputs", "/inputs"::equals, inputs),
                new Routes.Route("api", path -> path.startsWith("/api/"), conductor),
                new Routes.Route("reports", ReportFiles::serves, reports),
                new Routes.Route("ui", path -> true, ui)));
    }

    private static Handler ui(UserInterface ui, Server server) {
        return switch (ui) {
            case UserInterface.Folder(var path) -> UiFiles.in(path, ResourceFactory.of(server));
            case UserInterface.None(var advice) -> new NoUi(advice);
        };
    }

    @Override
    public void close() throws IOException {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IOException("The gateway cannot be stopped: " + e.getMessage(), e);
        } finally {
            runs.close();
            queues.ifPresent(QueueSizes::close);
        }
    }
}
