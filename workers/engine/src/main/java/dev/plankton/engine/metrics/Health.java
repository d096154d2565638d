package dev.plankton.engine.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Whether a process works, by the answers of its parts. */
public final class Health {
    private final List<Check> own = new CopyOnWriteArrayList<>();
    private final List<Check> all = new CopyOnWriteArrayList<>();

    Health(MeterRegistry registry) {
        Gauge.builder("plankton.healthy", this, health -> health.trouble().isPresent() ? 0 : 1)
                .description("1 while /health answers that the process can do its work, otherwise 0")
                .strongReference(true)
                .register(registry);
    }

    /** Looks at one part. It must return at once. */
    @FunctionalInterface
    public interface Check {
        /** A sentence that says what is wrong; empty if nothing is. */
        Optional<String> trouble();
    }

    /** Adds a check of something that only a restart of the process can mend. */
    public void own(Check check) {
        own.add(check);
        all.add(check);
    }

    /** Adds a check of something that may pass, such as another service that does not answer. */
    public void passing(Check check) {
        all.add(check);
    }

    /** Why the process cannot do its work now; empty if it can. */
    public Optional<String> trouble() {
        return first(all);
    }

    /** Why the process must be restarted; empty if it need not. */
    public Optional<String> ownTrouble() {
        return first(own);
    }

    private static Optional<String> first(List<Check> checks) {
        return checks.stream().map(Check::trouble).flatMap(Optional::stream).findFirst();
    }
}
