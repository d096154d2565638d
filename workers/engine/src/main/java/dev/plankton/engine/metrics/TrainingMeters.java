package dev.plankton.engine.metrics;

import dev.plankton.engine.step.RoundMeasures;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** The round that this process trains; a process trains one at a time. Between two rounds the values are no numbers. */
final class TrainingMeters {
    private static final double NANOS_PER_SECOND = 1e9;

    private final MeterRegistry registry;
    private final InstantSource clock;
    private volatile Optional<Round> current = Optional.empty();
    private Optional<Counter> done = Optional.empty();

    TrainingMeters(MeterRegistry registry, InstantSource clock) {
        this.registry = registry;
        this.clock = clock;
    }

    synchronized RoundMeasures begin(int number, int steps) {
        Round round = new Round(number, steps, done.orElseGet(this::register));
        current = Optional.of(round);
        return round;
    }

    /** A worker that never trains shows none of this. */
    private Counter register() {
        gauge("plankton.training.round", "Number of the round that is trained", round -> round.number);
        gauge("plankton.training.progress.ratio", "Share of the round's steps that are done, 0 to 1", Round::progress);
        gauge("plankton.training.loss", "Loss of the last batch", round -> round.loss);
        Gauge.builder("plankton.training.snapshot.age", () -> value(this::snapshotAge))
                .baseUnit("seconds")
                .description("How much training would be lost if the process ended now")
                .register(registry);
        Counter counter = Counter.builder("plankton.training.steps")
                .description("Batches that were trained with")
                .register(registry);
        done = Optional.of(counter);
        return counter;
    }

    private void gauge(String name, String description, ToDoubleFunction<Round> value) {
        Gauge.builder(name, () -> value(value)).description(description).register(registry);
    }

    private double value(ToDoubleFunction<Round> value) {
        return current.map(value::applyAsDouble).orElse(Double.NaN);
    }

    private synchronized void end(Round round) {
        current = current.filter(other -> other != round);
    }

    private double snapshotAge(Round round) {
        return round.safe
                .map(moment -> Duration.between(moment, clock.instant()).toNanos() / NANOS_PER_SECOND)
                .orElse(Double.NaN);
    }

    private final class Round implements RoundMeasures {
        private final int number;
        private final int steps;
        private final Counter done;
        private volatile int step;
        private volatile double loss = Double.NaN;
        private volatile Optional<Instant> safe = Optional.empty();

        Round(int number, int steps, Counter done) {
            this.number = number;
            this.steps = steps;
            this.done = done;
        }

        double progress() {
            return (double) step / steps;
        }

        @Override
        public void step(int finished, double lossOfStep) {
            done.increment();
            step = finished;
            loss = lossOfStep;
        }

        @Override
        public void safeUpTo(Instant moment) {
            safe = Optional.of(moment);
        }

        @Override
        public void close() {
            end(this);
        }
    }
}
