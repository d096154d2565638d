package dev.plankton.engine.metrics;

import dev.plankton.engine.step.Measures;
import dev.plankton.engine.step.Outcome;
import dev.plankton.engine.step.RoundMeasures;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts and times the steps of a worker process. */
public final class StepMeters {
    static final String TASK_TYPE = "task_type";
    private static final String FAILED = "failed";

    private final MeterRegistry registry;
    private final TrainingMeters training;
    private final Map<String, AtomicInteger> running = new ConcurrentHashMap<>();

    StepMeters(MeterRegistry registry) {
        this.registry = registry;
        this.training = new TrainingMeters(registry, InstantSource.system());
    }

    /** Shows that steps of this type may run: failures are counted from 0, so that also the first one is an increase. */
    public void expect(String taskType) {
        running.computeIfAbsent(taskType, this::runningGauge);
        timer(taskType, FAILED);
    }

    /** A step begins. @param waited how long its task was in the queue */
    public Running started(String taskType, Duration waited) {
        Timer.builder("plankton.queue.wait")
                .description("How long tasks waited until a worker began with them")
                .tag(TASK_TYPE, taskType)
                .register(registry)
                .record(waited);
        return new Running(taskType, running.computeIfAbsent(taskType, this::runningGauge));
    }

    private AtomicInteger runningGauge(String taskType) {
        AtomicInteger count = new AtomicInteger();
        Gauge.builder("plankton.steps.running", count, AtomicInteger::get)
                .description("Steps that run now")
                .tag(TASK_TYPE, taskType)
                .register(registry);
        return count;
    }

    /** A step that runs, until this is closed. */
    public final class Running implements AutoCloseable {
        private final String taskType;
        private final AtomicInteger count;
        private final long start = System.nanoTime();

        private Running(String taskType, AtomicInteger count) {
            this.taskType = taskType;
            this.count = count;
            count.incrementAndGet();
        }

        /** The step has ended like this. */
        public void ended(Outcome outcome) {
            timer(taskType, name(outcome)).record(Duration.ofNanos(System.nanoTime() - start));
        }

        @Override
        public void close() {
            count.decrementAndGet();
        }
    }

    private Timer timer(String taskType, String outcome) {
        return Timer.builder("plankton.steps")
                .description("How often steps ended in each way, and how long they took")
                .tag(TASK_TYPE, taskType)
                .tag("outcome", outcome)
                .register(registry);
    }

    private static String name(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Completed done -> "completed";
            case Outcome.Reused found -> "reused";
            case Outcome.Rejected rejected -> "rejected";
            case Outcome.Failed failed -> FAILED;
            case Outcome.Cancelled cancelled -> "cancelled";
        };
    }

    /** Takes what steps of this type tell of their progress. */
    public Measures measures(String taskType) {
        return new Measures() {
            @Override
            public void images(int count) {
                Counter.builder("plankton.images")
                        .description("Images that steps have processed")
                        .tag(TASK_TYPE, taskType)
                        .register(registry)
                        .increment(count);
            }

            @Override
            public RoundMeasures round(int round, int steps) {
                return training.begin(round, steps);
            }
        };
    }
}
