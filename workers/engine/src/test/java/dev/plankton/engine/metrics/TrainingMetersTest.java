package dev.plankton.engine.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plankton.engine.step.RoundMeasures;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TrainingMetersTest {
    private final MeterRegistry registry = new SimpleMeterRegistry();
    private final AtomicLong now = new AtomicLong(1_000);
    private final TrainingMeters meters = new TrainingMeters(registry, () -> Instant.ofEpochSecond(now.get()));

    private double value(String name) {
        return registry.get("plankton.training." + name).gauge().value();
    }

    @Test
    void theRoundThatIsTrainedIsShownUntilItEnds() {
        try (RoundMeasures round = meters.begin(3, 40)) {
            round.step(10, 0.5);
            assertThat(value("round")).isEqualTo(3);
            assertThat(value("progress.ratio")).isEqualTo(0.25);
            assertThat(value("loss")).isEqualTo(0.5);
            assertThat(value("snapshot.age")).as("no snapshots are taken").isNaN();
        }
        assertThat(value("round")).isNaN();
        assertThat(value("loss")).isNaN();
        meters.begin(4, 40);
        assertThat(value("round")).isEqualTo(4);
        assertThat(registry.get("plankton.training.steps").counter().count()).isEqualTo(1);
    }

    @Test
    void theAgeOfTheSnapshotSaysHowMuchWorkWouldBeLost() {
        RoundMeasures round = meters.begin(1, 40);
        round.safeUpTo(Instant.ofEpochSecond(now.get()));
        now.addAndGet(90);
        assertThat(value("snapshot.age")).isCloseTo(90, within(1e-9));
        round.safeUpTo(Instant.ofEpochSecond(now.get() - 5));
        assertThat(value("snapshot.age")).isCloseTo(5, within(1e-9));
    }

    @Test
    void aRoundThatEndsLateDoesNotHideTheNext() {
        RoundMeasures first = meters.begin(1, 40);
        meters.begin(2, 40);
        first.close();
        assertThat(value("round")).isEqualTo(2);
    }
}
