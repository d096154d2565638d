package dev.plankton.preprocess;

import dev.plankton.preprocess.Preprocessor.Result;
import dev.plankton.runtime.formats.ImageShardWriter;
import dev.plankton.runtime.formats.PreprocessedShard;
import dev.plankton.runtime.formats.SourceShard;
import dev.plankton.runtime.step.Step;
import dev.plankton.runtime.step.StepContext;
import dev.plankton.runtime.store.ArtifactId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Turns one shard of source images into grey squares (SPEC 2).
 *
 * <p>Reads the {@link SourceShard} named by its input. Writes an {@link dev.plankton.runtime.formats.ImageShard} of kind
 * "image-shard" and a {@link PreprocessedShard} of kind "preprocessed", which lists what had to be left out and why.
 *
 * <p>Idempotent: every pixel is a function of the input alone, and the shard's order is the source's.
 *
 * <p>Largest limitation: an image is decoded whole, so one of 100 megapixels takes up to 900 MB of memory for a moment.
 */
public final class PreprocessStep implements Step<PreprocessInput, PreprocessOutput> {
    private static final int READ_AHEAD = 4;

    private final PixelBudget budget = new PixelBudget();

    @Override
    public String taskType() {
        return "plankton_preprocess";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Class<PreprocessInput> inputType() {
        return PreprocessInput.class;
    }

    @Override
    public Class<PreprocessOutput> outputType() {
        return PreprocessOutput.class;
    }

    @Override
    public PreprocessOutput run(PreprocessInput input, StepContext context) throws IOException, InterruptedException {
        Path file = context.scratch().resolve("images.zip");
        PreprocessedShard preprocessed;
        try (SourceShard source = SourceShard.open(context.artifacts().fetch(input.source()));
                ImageShardWriter writer = new ImageShardWriter(file, input.side())) {
            ImageDecoder decoder = new ImageDecoder(input.maxMegapixels(), input.cropBottom(), budget);
            Preprocessor preprocessor = new Preprocessor(source, decoder, input, context.scratch());
            preprocessed = preprocess(source.entries(), preprocessor, writer, context);
        }
        ArtifactId images = context.publish("image-shard", file);
        ArtifactId list = context.artifacts().publishJson("preprocessed", preprocessed);
        context.log("Preprocessed %,d images of shard %d, left out %,d."
                .formatted(
                        preprocessed.images().size(),
                        input.shard(),
                        preprocessed.leftOut().size()));
        return new PreprocessOutput(input.shard(), images.sha256(), list.sha256());
    }

    private static PreprocessedShard preprocess(
            List<SourceShard.Entry> entries, Preprocessor preprocessor, ImageShardWriter writer, StepContext context)
            throws IOException, InterruptedException {
        int threads = Runtime.getRuntime().availableProcessors();
        List<PreprocessedShard.Image> images = new ArrayList<>();
        List<PreprocessedShard.LeftOut> leftOut = new ArrayList<>();
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
                switch (result(ahead.remove())) {
                    case Result.Usable(String key, int width, int height, byte[] pixels) -> {
                        writer.add(key, pixels);
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
        return new PreprocessedShard(images, leftOut);
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
