package dev.plankton.engine.metrics;

import dev.plankton.engine.store.StoreWatch;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Times the calls to the object store, counts how often the cache saves one, and shows its size. */
final class StoreMeters implements StoreWatch {
    private final MeterRegistry registry;
    private final AtomicLong cache = new AtomicLong();

    StoreMeters(MeterRegistry registry) {
        this.registry = registry;
        for (Operation operation : Operation.values()) {
            timer(operation, Result.FAILED); // counts from 0, so that also the first failure is an increase
        }
    }

    private Timer timer(Operation operation, Result result) {
        return Timer.builder("plankton.store.calls")
                .description("Calls to the object store; reading ends with the first byte")
                .tag("operation", Names.of(operation))
                .tag("result", Names.of(result))
                .register(registry);
    }

    @Override
    public void called(Operation operation, Result result, Duration took) {
        timer(operation, result).record(took);
    }

    @Override
    public void fetched(boolean cached, long bytes) {
        String result = cached ? "hit" : "miss";
        Counter.builder("plankton.artifact.fetches")
                .description("Artifacts that steps read: a hit was in the cache, a miss was downloaded")
                .tag("result", result)
                .register(registry)
                .increment();
        Counter.builder("plankton.artifact.fetched")
                .baseUnit("bytes")
                .description("Bytes of these artifacts")
                .tag("result", result)
                .register(registry)
                .increment(bytes);
    }

    @Override
    public void swept(long left, long deleted) {
        cache.set(left);
        Gauge.builder("plankton.artifact.cache", cache, AtomicLong::get)
                .description("Size of the cache of artifacts when it was last looked through")
                .baseUnit("bytes")
                .strongReference(true)
                .register(registry);
        Counter.builder("plankton.artifact.deleted")
                .description("What was deleted from the cache to keep it below its limit")
                .baseUnit("bytes")
                .register(registry)
                .increment(deleted);
    }
}
