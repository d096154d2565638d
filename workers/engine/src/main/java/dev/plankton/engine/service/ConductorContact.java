package dev.plankton.engine.service;

import com.netflix.conductor.client.http.TaskClient;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knows when Conductor last answered, and logs once that it no longer answers, and once that it does again. While all
 * threads work, or wait for the machine, no poller asks it anything; then a small question of its own keeps the
 * contact.
 */
final class ConductorContact implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(ConductorContact.class);
    private static final Duration ASK_AFTER = Duration.ofSeconds(15);
    /** Longer than a restart of Conductor usually takes. */
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private final InstantSource clock;
    private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("conductor-contact").factory());
    private Optional<Instant> lastAnswer = Optional.empty();
    private boolean inTrouble;

    ConductorContact(InstantSource clock) {
        this.clock = clock;
    }

    /** From now on asks by itself when nobody else does. @param taskType whose queue it asks about */
    void keep(TaskClient tasks, String taskType) {
        scheduler.scheduleWithFixedDelay(
                () -> ask(tasks, taskType), ASK_AFTER.toMillis(), ASK_AFTER.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void ask(TaskClient tasks, String taskType) {
        if (silence().filter(time -> time.compareTo(ASK_AFTER) < 0).isPresent()) {
            return;
        }
        try {
            tasks.getQueueSizeForTask(taskType);
            succeeded();
        } catch (RuntimeException e) { // otherwise the schedule would end
            failed(e);
        }
    }

    synchronized void failed(Exception reason) {
        if (!inTrouble) {
            inTrouble = true;
            LOGGER.warn("cannot poll Conductor for tasks; trying again: {}", reason.toString());
        }
    }

    synchronized void succeeded() {
        lastAnswer = Optional.of(clock.instant());
        if (inTrouble) {
            inTrouble = false;
            LOGGER.info("Conductor can be polled again");
        }
    }

    /** How long Conductor has not answered; empty if it never has. */
    private synchronized Optional<Duration> silence() {
        return lastAnswer.map(moment -> Duration.between(moment, clock.instant()));
    }

    /** A sentence that says for how long there has been no answer; empty if that is not long. */
    Optional<String> trouble() {
        Optional<Duration> silence = silence();
        if (silence.isEmpty()) {
            return Optional.of(
                    "Conductor has not answered yet; see that it runs, and what PLANKTON_CONDUCTOR_URL names.");
        }
        return silence.filter(time -> time.compareTo(PATIENCE) > 0)
                .map(time ->
                        "Conductor has not answered for %d seconds; see that it runs.".formatted(time.toSeconds()));
    }

    @Override
    public void close() {
        scheduler.shutdownNow();
    }
}
