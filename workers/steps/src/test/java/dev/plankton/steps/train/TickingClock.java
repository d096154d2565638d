package dev.plankton.steps.train;

import java.time.Instant;
import java.time.InstantSource;

/** Is two seconds later whenever it is asked: every step of a round gets a row in the history. */
final class TickingClock implements InstantSource {
    private Instant now = Instant.parse("2026-11-24T12:00:00Z");

    @Override
    public Instant instant() {
        now = now.plusSeconds(2);
        return now;
    }
}
