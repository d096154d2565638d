package dev.plankton.engine.testing;

import dev.plankton.engine.step.Measures;
import dev.plankton.engine.step.RoundMeasures;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Keeps what steps tell of their progress. */
public final class RecordedMeasures implements Measures {
    private final AtomicInteger images = new AtomicInteger();
    private final List<String> rounds = new CopyOnWriteArrayList<>();
    private final List<Instant> safe = new CopyOnWriteArrayList<>();

    @Override
    public void images(int count) {
        images.addAndGet(count);
    }

    @Override
    public RoundMeasures round(int round, int steps) {
        return new RoundMeasures() {
            @Override
            public void step(int step, double loss) {
                rounds.add("round %d, step %d of %d".formatted(round, step, steps));
            }

            @Override
            public void safeUpTo(Instant moment) {
                safe.add(moment);
            }

            @Override
            public void close() {
                rounds.add("round %d closed".formatted(round));
            }
        };
    }

    /** Images processed so far. */
    public int images() {
        return images.get();
    }

    /** Every step of every round and the end of each round. */
    public List<String> rounds() {
        return List.copyOf(rounds);
    }

    /** The moments up to which work was safe. */
    public List<Instant> safe() {
        return List.copyOf(safe);
    }
}
