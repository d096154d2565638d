package dev.plankton.train;

import dev.plankton.network.NetworkSettings;
import dev.plankton.network.Trainer;
import dev.plankton.network.TrainingProgress;
import dev.plankton.network.TrainingSettings;
import dev.plankton.runtime.step.StepContext;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;

/**
 * Keeps the last state of a round under way in the object store at {@code snapshots/<step key>}, so that the attempt
 * after a killed one goes on from there. Puts are atomic and a checkpoint carries checksums: what is found is whole, or
 * is left alone. Two attempts at the same task may both write. That does no harm: the step key stands for all that the
 * round depends on, so either's snapshot is a state of the same trajectory, and at worst some steps are done again.
 *
 * <p>Files are written between two steps; they are uploaded while the next steps go on. Trouble with either is told to
 * the task's log alone: the result does not depend on it.
 */
final class Snapshots implements AutoCloseable {
    private static final String MEDIA_TYPE = "application/octet-stream";

    private final TrainConfig config;
    private final StepContext context;
    private final InstantSource clock;
    private final ExecutorService uploads = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("snapshot").factory());

    private Future<?> upload = CompletableFuture.completedFuture(null);
    private Instant lastTime = Instant.MIN;
    private int lastStep;

    Snapshots(TrainConfig config, StepContext context, InstantSource clock) {
        this.config = config;
        this.context = context;
        this.clock = clock;
    }

    private static String key(StepContext context) {
        return "snapshots/" + context.key();
    }

    /**
     * A trainer that goes on from the last attempt's snapshot, if there is a sound one.
     *
     * @param expected whether a network is the one that is trained
     * @throws IOException if the store cannot be read: better to be tried again than to throw hours of work away
     */
    Optional<Trainer> open(Predicate<NetworkSettings> expected, TrainingSettings training) throws IOException {
        Path file = context.scratch().resolve("found-snapshot");
        try (InputStream in = context.objects().open(key(context))) {
            Files.copy(in, file);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        try {
            Trainer trainer = Trainer.open(file, training);
            if (expected.test(trainer.network())) {
                return Optional.of(trainer);
            }
            trainer.close();
            context.log("The last attempt's snapshot is of another network; the round starts over.");
        } catch (IOException e) {
            context.log("The last attempt's snapshot is of no use, the round starts over: " + e.getMessage());
        } finally {
            Files.delete(file);
        }
        return Optional.empty();
    }

    /** Hears of one more step, and takes a snapshot of the trainer if one is due. */
    void onStep(Trainer trainer, TrainingProgress progress) {
        Instant now = clock.instant();
        if (lastTime == Instant.MIN) {
            lastTime = now;
            lastStep = progress.step() - 1;
            if (lastStep > 0) {
                context.log("went on behind step %d of %d".formatted(lastStep, progress.steps()));
            }
        }
        if (due(progress, now)) {
            lastTime = now;
            lastStep = progress.step();
            upload = write(trainer);
        }
    }

    private boolean due(TrainingProgress progress, Instant now) {
        boolean bySteps = config.snapshotSteps() > 0 && progress.step() - lastStep >= config.snapshotSteps();
        boolean byTime = config.snapshotSeconds() > 0
                && Duration.between(lastTime, now).compareTo(Duration.ofSeconds(config.snapshotSeconds())) >= 0;
        return (bySteps || byTime) && progress.step() < progress.steps() && upload.isDone();
    }

    private Future<?> write(Trainer trainer) {
        Path file = context.scratch().resolve("snapshot");
        try {
            trainer.snapshot(file);
        } catch (IOException e) {
            context.log("A snapshot could not be written: " + e.getMessage());
            return CompletableFuture.completedFuture(null);
        }
        return uploads.submit(() -> {
            try {
                context.objects().put(key(context), file, MEDIA_TYPE);
            } catch (IOException | RuntimeException e) {
                context.log("A snapshot could not be stored: " + e.getMessage());
            }
        });
    }

    /** Waits for an upload under way. */
    @Override
    public void close() {
        uploads.close();
    }

    /** To be called once the round's result is safe. */
    static void delete(StepContext context) {
        try {
            context.objects().delete(key(context));
        } catch (IOException e) {
            context.log("The round's snapshot could not be deleted, and is of no more use: " + e.getMessage());
        }
    }
}
