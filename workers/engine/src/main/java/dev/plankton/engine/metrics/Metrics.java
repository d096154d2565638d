package dev.plankton.engine.metrics;

import dev.plankton.engine.store.StoreWatch;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;

/** The measures and the health of one process, and the address at which it shows them, if it does. */
public final class Metrics implements AutoCloseable {
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Health health = new Health(registry);
    private Optional<ProcessMeters> process = Optional.empty();
    private Optional<MetricsServer> server = Optional.empty();

    private Metrics() {}

    /**
     * Shows the measures and the health at the address of the settings. Without settings they are kept, but not shown.
     *
     * @throws IOException if the address cannot be listened on
     */
    public static Metrics open(Optional<MetricsConfig> config) throws IOException {
        Metrics metrics = new Metrics();
        if (config.isPresent()) {
            metrics.server = Optional.of(MetricsServer.start(config.get(), metrics.registry::scrape, metrics.health));
            metrics.process = Optional.of(ProcessMeters.bind(metrics.registry));
        }
        return metrics;
    }

    /** Where the gateway adds measures of its own. */
    public MeterRegistry registry() {
        return registry;
    }

    /** New measures of the steps of a worker; a process has them once. */
    public StepMeters steps() {
        return new StepMeters(registry);
    }

    /** @param domain whose tasks the worker takes; empty for tasks without a domain */
    public PollMeters polls(Optional<String> domain) {
        return new PollMeters(registry, domain);
    }

    public StoreWatch store() {
        return new StoreMeters(registry);
    }

    public DatabaseMeters database() {
        return new DatabaseMeters(registry);
    }

    /** Where to add what decides whether the process works. */
    public Health health() {
        return health;
    }

    /** Where they are shown, without a slash at the end; empty if they are not. */
    public Optional<URI> address() {
        return server.map(MetricsServer::address);
    }

    @Override
    public void close() {
        server.ifPresent(MetricsServer::close);
        process.ifPresent(ProcessMeters::close);
        registry.close();
    }
}
