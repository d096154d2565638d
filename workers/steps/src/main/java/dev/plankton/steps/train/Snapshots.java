package dev.plankton.steps.train;

import dev.plankton.contracts.ids.StoreKeys;
import dev.plankton.engine.step.RoundMeasures;
import dev.plankton.engine.step.StepContext;
import dev.plankton.network.training.Learner;
import dev.plankton.network.training.Trainer;
import dev.plankton.network.training.TrainingProgress;
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

/**
 * Keeps the last state of a running round in the object store at {@link StoreKeys#snapshot}. If an attempt is killed,
 * the next attempt continues from there. Puts are atomic and a checkpoint has checksums, so a snapshot is either
 * complete or ignored. Two attempts at the same task may both write. That does no harm: the step key stands for
 * everything that the round depends on, so both snapshots are states of the same trajectory, and at worst some steps
 * are repeated.
 *
 * <p>Files are written between two steps and uploaded during the next steps. If either fails, only the task's log says
 * so, because the result does not depend on snapshots.
 */
final class Snapshots implements AutoCloseable {
    private static final String MEDIA_TYPE = "application/octet-stream";

    private final TrainConfig config;
    private final StepContext context;
    private final RoundMeasures measures;
    private final InstantSource clock;
    private final ExecutorService uploads = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("snapshot").factory());

    private Future<?> upload = CompletableFuture.completedFuture(null);
    private Instant lastTime = Instant.MIN;
    private int lastStep;

    Snapshots(TrainConfig config, StepContext context, RoundMeasures measures, InstantSource clock) {
        this.config = config;
        this.context = context;
        this.measures = measures;
        this.clock = clock;
    }

    private static String key(StepContext context) {
        return StoreKeys.snapshot(context.key());
    }

    /**
     * A trainer that continues from the last attempt's snapshot, if there is a usable one.
     *
     * @param request decides whether a network is the one that is trained
     * @throws IOException if the store cannot be read: it is better to try again than to lose hours of work
     */
    Optional<Trainer> open(Learner.Factory learners, TrainingRequest request) throws IOException {
        Path file = context.scratch().resolve("found-snapshot");
        try (InputStream in = context.objects().open(key(context))) {
            Files.copy(in, file);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        try {
            Trainer trainer = Trainer.open(learners, file, request.training());
            if (request.describes(trainer.network())) {
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

    /** Handles one more step, and takes a snapshot of the trainer if one is due. */
    void onStep(Trainer trainer, TrainingProgress progress) {
        Instant now = clock.instant();
        if (lastTime == Instant.MIN) {
            lastTime = now;
            lastStep = progress.step() - 1;
            if (config.takesSnapshots()) {
                measures.safeUpTo(now);
            }
            if (lastStep > 0) {
                context.log("continued after step %d of %d".formatted(lastStep, progress.steps()));
            }
        }
        if (due(progress, now)) {
            lastTime = now;
            lastStep = progress.step();
            upload = write(trainer, now);
        }
    }

    private boolean due(TrainingProgress progress, Instant now) {
        boolean bySteps = config.snapshotSteps() > 0 && progress.step() - lastStep >= config.snapshotSteps();
        boolean byTime = config.snapshotSeconds() > 0
                && Duration.between(lastTime, now).compareTo(Duration.ofSeconds(config.snapshotSeconds())) >= 0;
        return (bySteps || byTime) && progress.step() < progress.steps() && upload.isDone();
    }

    private Future<?> write(Trainer trainer, Instant now) {
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
                measures.safeUpTo(now);
            } catch (IOException | RuntimeException e) {
                context.log("A snapshot could not be stored: " + e.getMessage());
            }
        });
    }

    /** Waits for an upload that is under way. */
    @Override
    public void close() {
        uploads.close();
    }

    /** Must be called after the round's result is stored. */
    static void delete(StepContext context) {
        try {
            context.objects().delete(key(context));
        } catch (IOException e) {
            context.log("The round's snapshot is no longer needed, but could not be deleted: " + e.getMessage());
        }
    }
}
