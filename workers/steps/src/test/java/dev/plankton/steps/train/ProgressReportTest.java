package dev.plankton.steps.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plankton.contracts.ids.RunId;
import dev.plankton.db.rows.ProgressRow;
import dev.plankton.engine.testing.LocalContext;
import dev.plankton.network.training.TrainingProgress;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgressReportTest {
    private static final Instant START = Instant.parse("2026-11-24T12:00:00Z");

    @TempDir
    Path folder;

    private Instant now = START;
    private LocalContext context;
    private ProgressReport report;

    @BeforeEach
    void begin() throws Exception {
        context = new LocalContext(folder);
        report = new ProgressReport(3, context, () -> now);
    }

    private void steps(int steps, int millisEach) {
        for (int step = 1; step <= steps; step++) {
            report.onStep(new TrainingProgress(step, steps, 64, 0.05, step, 800, 0.9, 3.5, 0.25));
            now = now.plusMillis(millisEach);
        }
    }

    @Test
    void rowsComeEveryTwoSecondsAtLeastAndAtTheEnd() {
        steps(101, 100);

        List<ProgressRow> rows = context.history().all(ProgressRow.class);
        assertThat(rows).hasSizeBetween(6, 8);
        assertThat(rows.getFirst())
                .isEqualTo(new ProgressRow(
                        new RunId("run"),
                        3,
                        16,
                        101,
                        0.05,
                        8.5,
                        800,
                        0.9,
                        3.5,
                        0.25,
                        rows.getFirst().secondsLeft(),
                        START.plusMillis(1500)));
        assertThat(rows.getFirst().secondsLeft()).isCloseTo(8.5, within(1e-9));
        assertThat(rows.getLast().step()).isEqualTo(101);
        assertThat(rows.getLast().secondsLeft()).isZero();
        for (int i = 1; i < rows.size(); i++) {
            assertThat(rows.get(i).at()).isBefore(rows.get(i - 1).at().plusMillis(2000));
        }
    }

    @Test
    void theLossIsTheMeanSinceTheLastRow() {
        steps(40, 100);

        List<ProgressRow> rows = context.history().all(ProgressRow.class);
        assertThat(rows.get(1).loss()).isCloseTo((17 + rows.get(1).step()) / 2.0, within(1e-9));
    }

    @Test
    void linesAreFewerAndSpanALongRound() {
        steps(1000, 600);

        assertThat(context.lines()).hasSizeBetween(15, 25);
        assertThat(context.lines().getFirst())
                .matches("step \\d+/1000, loss \\d+\\.\\d{3}, rate 0\\.0500, distance 0\\.900, norm 3\\.5,"
                        + " 25 % active, 800 images/s, \\d+ s left");
        assertThat(context.lines().getLast()).startsWith("step 1000/1000, ").endsWith(" 0 s left");
    }
}
