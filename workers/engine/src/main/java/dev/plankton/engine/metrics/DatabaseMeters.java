package dev.plankton.engine.metrics;

import dev.plankton.db.DatabaseWatch;
import dev.plankton.db.PoolState;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/** Times the calls to the database of the run history, and shows its connections. */
public final class DatabaseMeters implements DatabaseWatch {
    private final MeterRegistry registry;

    DatabaseMeters(MeterRegistry registry) {
        this.registry = registry;
        for (Operation operation : Operation.values()) {
            timer(operation, false); // counts from 0, so that also the first failure is an increase
        }
    }

    private Timer timer(Operation operation, boolean succeeded) {
        return Timer.builder("plankton.database.calls")
                .description("Calls to the database, with the wait for a connection")
                .tag("operation", Names.of(operation))
                .tag("result", succeeded ? "done" : "failed")
                .register(registry);
    }

    @Override
    public void called(Operation operation, boolean succeeded, Duration took) {
        timer(operation, succeeded).record(took);
    }

    /**
     * Shows the connections.
     *
     * @param owner a word for the part of the process that uses them
     * @param pool must return at once
     */
    public void pool(String owner, Supplier<PoolState> pool) {
        Map<String, ToIntFunction<PoolState>> states = Map.of(
                "used", PoolState::used,
                "idle", PoolState::idle,
                "awaited", PoolState::waiting,
                "allowed", PoolState::largest);
        states.forEach((state, value) -> Gauge.builder(
                        "plankton.database.connections", pool, now -> value.applyAsInt(now.get()))
                .description("Connections to the database: used, idle, awaited by a call, and how many are allowed")
                .tag("owner", owner)
                .tag("state", state)
                .strongReference(true)
                .register(registry));
    }
}
