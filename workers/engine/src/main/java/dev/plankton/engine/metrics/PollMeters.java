package dev.plankton.engine.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Counts how often a worker process asks Conductor for tasks, and what for. */
public final class PollMeters {
    /** The domain of tasks without a domain, in Conductor's words. */
    public static final String NO_DOMAIN = "NO_DOMAIN";

    private final MeterRegistry registry;
    private final Optional<String> domain;

    /** What a poll found. */
    public enum Found {
        TASK,
        NOTHING,
        FAILURE
    }

    /** @param domain whose tasks the process takes; empty for tasks without a domain */
    PollMeters(MeterRegistry registry, Optional<String> domain) {
        this.registry = registry;
        this.domain = domain;
    }

    /** Shows whether the process asks for tasks of this type, and counts from 0. */
    public void poller(String taskType, BooleanSupplier alive) {
        Gauge.builder("plankton.pollers", alive, poller -> poller.getAsBoolean() ? 1 : 0)
                .description("Workers that take tasks of this type when they have time")
                .tag(StepMeters.TASK_TYPE, taskType)
                .tag("domain", domain.orElse(NO_DOMAIN))
                .strongReference(true)
                .register(registry);
        for (Found found : Found.values()) {
            counter(taskType, found);
        }
    }

    public void polled(String taskType, Found found) {
        counter(taskType, found).increment();
    }

    private Counter counter(String taskType, Found found) {
        return Counter.builder("plankton.polls")
                .description("Questions for tasks to Conductor")
                .tag(StepMeters.TASK_TYPE, taskType)
                .tag("found", Names.of(found))
                .register(registry);
    }
}
