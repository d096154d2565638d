package dev.plankton.app;

import com.netflix.conductor.common.metadata.tasks.Task;
import dev.plankton.app.RunTables.RoundProgress;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Shows which tasks are running and, while a round trains, how far it is and how long it will take. */
final class TrainingLine {
    private static final long PLAIN_NANOS = Duration.ofSeconds(15).toNanos();

    private final RunTables tables;
    private final Screen screen;
    private long said = System.nanoTime();

    TrainingLine(RunTables tables, Screen screen) {
        this.tables = tables;
        this.screen = screen;
    }

    void update(List<Task> tasks) throws SQLException {
        List<Task> running = tasks.stream()
                .filter(task -> task.getStatus() == Task.Status.IN_PROGRESS)
                .toList();
        boolean trains = running.stream().anyMatch(task -> "plankton_train".equals(task.getTaskType()));
        Optional<RoundProgress> progress = trains ? tables.progress() : Optional.empty();
        if (progress.isPresent()) {
            say(text(progress.get(), lastRound(tasks)));
        } else {
            screen.live(
                    "  ... " + running.stream().map(Task::getReferenceTaskName).collect(Collectors.joining(", ")));
        }
    }

    private void say(String text) {
        screen.live(text);
        if (!screen.isTerminal() && System.nanoTime() - said > PLAIN_NANOS) {
            said = System.nanoTime();
            screen.line(text);
        }
    }

    private static String text(RoundProgress progress, int lastRound) {
        double round = progress.secondsLeft() * progress.steps() / Math.max(1, progress.steps() - progress.step());
        double all = progress.secondsLeft() + round * Math.max(0, lastRound - progress.round());
        return String.format(
                Locale.ROOT,
                "    round %d of %d: step %d of %d, loss %.4f, %.0f images/s, %s left, about %s for all rounds",
                progress.round(),
                Math.max(lastRound, progress.round()),
                progress.step(),
                progress.steps(),
                progress.loss(),
                progress.imagesPerSecond(),
                Durations.text(progress.secondsLeft()),
                Durations.text(all));
    }

    /** The plan of rounds is the output of the step before training. */
    private static int lastRound(List<Task> tasks) {
        return tasks.stream()
                .filter(task -> "plankton_balance".equals(task.getTaskType()))
                .map(task -> task.getOutputData().get("rounds"))
                .filter(List.class::isInstance)
                .mapToInt(rounds -> ((List<?>) rounds).size())
                .max()
                .orElse(0);
    }
}
