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
import dev.plankton.steps.images.OneBehind;
import dev.plankton.steps.images.ReadAhead;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Turns shards of source images into grey squares (SPEC 2), one shard after another.
 *
 * <p>Reads the {@link ShardList} of its input and each {@link SourceShard} in it. While one is worked on, the next is fetched and the last one
 * is published.
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
        List<PreprocessedList.Item> done;
        try (ReadAhead<ShardList.Item, Found> ahead = new ReadAhead<>(shards, shard -> found(shard, input, context));
                OneBehind<PreprocessedList.Item> behind = new OneBehind<>()) {
            for (ShardList.Item item : shards) {
                context.checkCancelled();
                switch (ahead.next()) {
                    case Found.Done(Shard shard) -> behind.add(() -> listed(item, shard));
                    case Found.Source(Path source) -> {
                        Squares squares = squares(source, input, context);
                        context.artifacts().release(item.source());
                        behind.add(() -> listed(item, published(item, input, squares, context)));
                    }
                }
            }
            done = behind.results();
        }
        return new PreprocessTask.Output(
                context.artifacts().publishJson("preprocessed-list", new PreprocessedList(done)));
    }

    /** A shard before the work on it. */
    private sealed interface Found {
        /** An earlier attempt, or another task, has done it. */
        record Done(Shard shard) implements Found {}

        /** It is to be done. */
        record Source(Path file) implements Found {}
    }

    private static Found found(ShardList.Item item, PreprocessTask.Input input, StepContext context)
            throws IOException, InterruptedException {
        Optional<Shard> found = context.donePart(part(item, input), Shard.class);
        return found.isPresent()
                ? new Found.Done(found.get())
                : new Found.Source(context.artifacts().fetch(item.source()));
    }

    private static PreprocessedList.Item listed(ShardList.Item item, Shard shard) {
        return new PreprocessedList.Item(item.shard(), shard.images(), shard.preprocessed());
    }

    /** The squares of a shard on the local disk, and what was left out. */
    private record Squares(Path file, PreprocessedShard list) {}

    private Squares squares(Path file, PreprocessTask.Input input, StepContext context)
            throws IOException, InterruptedException {
        Path written = Files.createTempFile(context.scratch(), "images-", ".zip");
        try (SourceShard source = SourceShard.open(file);
                ImageShardWriter writer = new ImageShardWriter(written, input.side())) {
            Preprocessor preprocessor = new Preprocessor(source, budget, input, context.scratch());
            return new Squares(written, preprocess(source.entries(), preprocessor, writer, context));
        }
    }

    private static Shard published(
            ShardList.Item item, PreprocessTask.Input input, Squares squares, StepContext context)
            throws IOException, InterruptedException {
        PreprocessedShard list = squares.list();
        Shard shard = context.part(part(item, input), Shard.class, artifacts -> {
            artifacts.uses(item.source());
            return new Shard(
                    artifacts.publish("image-shard", squares.file()), artifacts.publishJson("preprocessed", list));
        });
        Files.delete(squares.file());
        context.log("Preprocessed %,d images of shard %d, left out %,d."
                .formatted(list.images().size(), item.shard(), list.leftOut().size()));
        list.remarks().map(ImageRemarks::sentences).orElse(List.of()).forEach(context::log);
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

    private static PreprocessedShard preprocess(
            List<SourceShard.Entry> entries, Preprocessor preprocessor, ImageShardWriter writer, StepContext context)
            throws IOException, InterruptedException {
        return ParallelPreprocessing.run(entries, preprocessor, writer, images -> {
            context.checkCancelled();
            context.measures().images(images);
        });
    }
}
