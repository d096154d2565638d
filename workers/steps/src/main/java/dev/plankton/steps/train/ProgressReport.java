package dev.plankton.steps.train;

import dev.plankton.db.rows.ProgressRow;
import dev.plankton.engine.step.StepContext;
import dev.plankton.network.training.TrainingProgress;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;

/** Writes the progress of a round to the run history and, less often, to the task's log. */
final class ProgressReport {
    private static final Duration BETWEEN_ROWS = Duration.ofMillis(1500);
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);
    /**
     * Conductor keeps only the last few dozen lines of a task. A long round writes fewer lines, so that they cover all
     * of it.
     */
    private static final int LINES = 20;

    private final int round;
    private final StepContext context;
    private final InstantSource clock;

    private Instant start = Instant.MIN;
    private Instant lastRow = Instant.MIN;
    private Instant lastLine = Instant.MIN;
    private int firstStep;
    private double lossSum;
    private int lossSteps;

    ProgressReport(int round, StepContext context, InstantSource clock) {
        this.round = round;
        this.context = context;
        this.clock = clock;
    }

    /** Reports one more step. */
    void onStep(TrainingProgress progress) {
        Instant now = clock.instant();
        if (start == Instant.MIN) {
            // Speed counts from the end of the first step, which also loads and warms up the native code.
            start = now;
            firstStep = progress.step();
            lastRow = now;
            lastLine = now;
        }
        lossSum += progress.loss();
        lossSteps++;
        boolean last = progress.step() == progress.steps();
        if (!last && Duration.between(lastRow, now).compareTo(BETWEEN_ROWS) < 0) {
            return;
        }
        ProgressRow row = row(progress, now);
        write(row);
        if (last || Duration.between(lastLine, now).compareTo(betweenLines(row, now)) >= 0) {
            context.log(line(row));
            lastLine = now;
        }
        lastRow = now;
        lossSum = 0;
        lossSteps = 0;
    }

    private ProgressRow row(TrainingProgress progress, Instant now) {
        double secondsPerStep = seconds(start, now) / Math.max(1, progress.step() - firstStep);
        return new ProgressRow(
                context.runId(),
                round,
                progress.step(),
                progress.steps(),
                progress.learningRate(),
                lossSum / lossSteps,
                progress.imagesPerSecond(),
                progress.meanPairwiseDistance(),
                progress.meanOutputNorm(),
                progress.activeTriplets(),
                secondsPerStep * (progress.steps() - progress.step()),
                now);
    }

    private Duration betweenLines(ProgressRow row, Instant now) {
        double wholeRound = seconds(start, now) + row.secondsLeft();
        Duration spread = Duration.ofMillis(Math.round(1000 * wholeRound / LINES));
        return spread.compareTo(BETWEEN_LINES) > 0 ? spread : BETWEEN_LINES;
    }

    private void write(ProgressRow row) {
        try {
            context.history().training().progress(row);
        } catch (IOException e) {
            // Progress is only for watching: the next row replaces this one, and the result does not depend on it.
            context.log("The progress could not be written to the run history: " + e.getMessage());
        }
    }

    private static String line(ProgressRow row) {
        return String.format(
                Locale.ROOT,
                "step %d/%d, loss %.3f, rate %.3g, distance %.3f, norm %.1f, %.0f %% active, %.0f images/s, %.0f s left",
                row.step(),
                row.steps(),
                row.loss(),
                row.learningRate(),
                row.meanPairwiseDistance(),
                row.meanOutputNorm(),
                100 * row.activeTriplets(),
                row.imagesPerSecond(),
                row.secondsLeft());
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toNanos() / 1e9;
    }
}
