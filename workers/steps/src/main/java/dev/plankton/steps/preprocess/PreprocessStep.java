package dev.plankton.steps.preprocess;

import dev.plankton.contracts.formats.ImageRemarks;
import dev.plankton.contracts.formats.ImageShardWriter;
import dev.plankton.contracts.formats.PreprocessedList;
import dev.plankton.contracts.formats.PreprocessedShard;
import dev.plankton.contracts.formats.ShardList;
import dev.plankton.contracts.formats.SourceShard;
import dev.plankton.contracts.ids.ArtifactId;
import dev.plankton.contracts.json.Json;
import dev.plankton.contracts.tasks.PreprocessTask;
import dev.plankton.contracts.tasks.TaskType;
import dev.plankton.engine.step.Step;
import dev.plankton.engine.step.StepContext;
import dev.plankton.engine.store.Artifacts;
import dev.plankton.steps.images.ReadAhead;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Turns shards of source images into grey squares (SPEC 2), one shard after another.
 *
 * <p>Reads the {@link ShardList} of its input and each {@link SourceShard} in it, the next one while one is worked on.
 * Writes for each an {@link dev.plankton.contracts.formats.ImageShard} of kind "image-shard" and a
 * {@link PreprocessedShard} of kind "preprocessed", which lists the images that were left out and why, and counts what
 * was noticed about the others ({@link ImageRemarks}); at the end a {@link PreprocessedList} of all of them.
 *
 * <p>Idempotent: every pixel is a function of the source shard and the settings alone, and the images keep the order of
 * the source shard. Each finished shard is remembered, so a task that was killed goes on after the last one, and a
 * shard that lies in another list is found too.
 *
 * <p>Largest limitation: an image is decoded as a whole, so one of 100 megapixels takes up to 1 GB of memory for a
 * moment.
 */
public final class PreprocessStep implements Step<PreprocessTask.Input, PreprocessTask.Output> {
    private final PixelBudget budget = new PixelBudget();

    @Override
    public TaskType<PreprocessTask.Input, PreprocessTask.Output> type() {
        return PreprocessTask.TYPE;
    }

    @Override
    public int version() {
        return 4;
    }

    /** The version of what is done to one shard; raised whenever the same shard would give another result. */
    private static final int SHARD_VERSION = 4;

    /** What one shard became. */
    private record Shard(ArtifactId images, ArtifactId preprocessed) {}

    @Override
    public PreprocessTask.Output run(PreprocessTask.Input input, StepContext context)
            throws IOException, InterruptedException {
        List<ShardList.Item> shards =
                context.artifacts().fetchJson(input.shards(), ShardList.class).shards();
        List<PreprocessedList.Item> done = new ArrayList<>();
        try (ReadAhead<ShardList.Item, Optional<Shard>> ahead =
                new ReadAhead<>(shards, shard -> found(shard, input, context))) {
            for (ShardList.Item item : shards) {
                context.checkCancelled();
                Optional<Shard> found = ahead.next();
                Shard shard = found.isPresent() ? found.get() : made(item, input, context);
                done.add(new PreprocessedList.Item(item.shard(), shard.images(), shard.preprocessed()));
            }
        }
        return new PreprocessTask.Output(
                context.artifacts().publishJson("preprocessed-list", new PreprocessedList(done)));
    }

    /** The result of an earlier attempt, if there is one; otherwise the shard is fetched, to have it at hand. */
    private static Optional<Shard> found(ShardList.Item item, PreprocessTask.Input input, StepContext context)
            throws IOException, InterruptedException {
        Optional<Shard> found = context.donePart(part(item, input), Shard.class);
        if (found.isEmpty()) {
            context.artifacts().fetch(item.source());
        }
        return found;
    }

    /** Works on a shard that {@link #found} has fetched. */
    private Shard made(ShardList.Item item, PreprocessTask.Input input, StepContext context)
            throws IOException, InterruptedException {
        Shard shard = context.part(part(item, input), Shard.class, artifacts -> shard(item, input, artifacts, context));
        context.artifacts().release(item.source());
        return shard;
    }

    private static String part(ShardList.Item item, PreprocessTask.Input input) {
        return Json.digest(
                "shard",
                Integer.toString(SHARD_VERSION),
                item.source().sha256(),
                Integer.toString(input.side()),
                Boolean.toString(input.invert()),
                Integer.toString(input.cropBottom()),
                input.bitDepth().map(bits -> Integer.toString(bits)).orElse(""),
                Integer.toString(input.maxMegapixels()));
    }

    private Shard shard(ShardList.Item item, PreprocessTask.Input input, Artifacts artifacts, StepContext context)
            throws IOException, InterruptedException {
        Path file = context.scratch().resolve("images.zip");
        PreprocessedShard preprocessed;
        try (SourceShard source = SourceShard.open(artifacts.fetch(item.source()));
                ImageShardWriter writer = new ImageShardWriter(file, input.side())) {
            Preprocessor preprocessor = new Preprocessor(source, budget, input, context.scratch());
            preprocessed = preprocess(source.entries(), preprocessor, writer, context);
        }
        artifacts.release(item.source()); // as often as it was fetched
        ArtifactId images = artifacts.publish("image-shard", file);
        ArtifactId list = artifacts.publishJson("preprocessed", preprocessed);
        context.log("Preprocessed %,d images of shard %d, left out %,d."
                .formatted(
                        preprocessed.images().size(),
                        item.shard(),
                        preprocessed.leftOut().size()));
        preprocessed.remarks().map(ImageRemarks::sentences).orElse(List.of()).forEach(context::log);
        return new Shard(images, list);
    }

    private static PreprocessedShard preprocess(
            List<SourceShard.Entry> entries, Preprocessor preprocessor, ImageShardWriter writer, StepContext context)
            throws IOException, InterruptedException {
        return ParallelPreprocessing.run(entries, preprocessor, writer, images -> {
            context.checkCancelled();
            context.measures().images(images);
        });
    }
}
