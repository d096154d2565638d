package dev.plankton.steps.preprocess;

import dev.plankton.contracts.formats.ImageRemarks;
import dev.plankton.contracts.formats.ImageShardWriter;
import dev.plankton.contracts.formats.PreprocessedShard;
import dev.plankton.contracts.formats.SourceShard;
import dev.plankton.contracts.ids.ArtifactId;
import dev.plankton.contracts.tasks.PreprocessTask;
import dev.plankton.contracts.tasks.TaskType;
import dev.plankton.engine.step.Step;
import dev.plankton.engine.step.StepContext;
import dev.plankton.steps.preprocess.Preprocessor.Result;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Turns one shard of source images into grey squares (SPEC 2).
 *
 * <p>Reads the {@link SourceShard} named by its input. Writes an {@link dev.plankton.contracts.formats.ImageShard} of
 * kind "image-shard" and a {@link PreprocessedShard} of kind "preprocessed", which lists the images that were left out
 * and why, and counts what was noticed about the others ({@link ImageRemarks}).
 *
 * <p>Idempotent: every pixel is a function of the input alone, and the images keep the order of the source shard.
 *
 * <p>Largest limitation: an image is decoded as a whole, so one of 100 megapixels takes up to 1 GB of memory for a
 * moment.
 */
public final class PreprocessStep implements Step<PreprocessTask.Input, PreprocessTask.Output> {
    private static final int READ_AHEAD = 4;

    private final PixelBudget budget = new PixelBudget();

    @Override
    public TaskType<PreprocessTask.Input, PreprocessTask.Output> type() {
        return PreprocessTask.TYPE;
    }

    @Override
    public int version() {
        return 3;
    }

    @Override
    public PreprocessTask.Output run(PreprocessTask.Input input, StepContext context)
            throws IOException, InterruptedException {
        Path file = context.scratch().resolve("images.zip");
        PreprocessedShard preprocessed;
        try (SourceShard source = SourceShard.open(context.artifacts().fetch(input.source()));
                ImageShardWriter writer = new ImageShardWriter(file, input.side())) {
            Preprocessor preprocessor = new Preprocessor(source, budget, input, context.scratch());
            preprocessed = preprocess(source.entries(), preprocessor, writer, context);
        }
        ArtifactId images = context.publish("image-shard", file);
        ArtifactId list = context.artifacts().publishJson("preprocessed", preprocessed);
        context.log("Preprocessed %,d images of shard %d, left out %,d."
                .formatted(
                        preprocessed.images().size(),
                        input.shard(),
                        preprocessed.leftOut().size()));
        preprocessed.remarks().map(ImageRemarks::sentences).orElse(List.of()).forEach(context::log);
        return new PreprocessTask.Output(input.shard(), images, list);
    }

    private static PreprocessedShard preprocess(
            List<SourceShard.Entry> entries, Preprocessor preprocessor, ImageShardWriter writer, StepContext context)
            throws IOException, InterruptedException {
        int threads = Runtime.getRuntime().availableProcessors();
        List<PreprocessedShard.Image> images = new ArrayList<>();
        List<PreprocessedShard.LeftOut> leftOut = new ArrayList<>();
        ImageRemarks remarks = ImageRemarks.NONE;
        Deque<Future<Result>> ahead = new ArrayDeque<>();
        Iterator<SourceShard.Entry> remaining = entries.iterator();
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            while (remaining.hasNext() || !ahead.isEmpty()) {
                while (remaining.hasNext() && ahead.size() < threads * READ_AHEAD) {
                    SourceShard.Entry entry = remaining.next();
                    ahead.add(executor.submit(() -> preprocessor.preprocess(entry)));
                }
                context.checkCancelled();
                Result next = result(ahead.remove());
                context.measures().images(1);
                switch (next) {
                    case Result.Usable(String key, int width, int height, byte[] pixels, ImageRemarks noticed) -> {
                        writer.add(key, pixels);
                        remarks = remarks.plus(noticed);
                        images.add(new PreprocessedShard.Image(key, width, height));
                    }
                    case Result.Unusable(String key, String reason) ->
                        leftOut.add(new PreprocessedShard.LeftOut(key, reason));
                }
            }
        } finally {
            executor.shutdownNow();
            executor.close();
        }
        return new PreprocessedShard(
                images, leftOut, Optional.of(remarks).filter(noticed -> !noticed.equals(ImageRemarks.NONE)));
    }

    private static Result result(Future<Result> future) throws IOException, InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case IOException io -> throw io;
                case RuntimeException unchecked -> throw unchecked;
                case Error error -> throw error;
                case null, default -> throw new IllegalStateException(e);
            }
        }
    }
}
