package dev.plankton.steps.preprocess;

import dev.plankton.contracts.formats.ImageRemarks;
import dev.plankton.contracts.formats.ImageShardWriter;
import dev.plankton.contracts.formats.PackedImage;
import dev.plankton.contracts.formats.PreprocessedShard;
import dev.plankton.contracts.formats.SourceShard;
import dev.plankton.contracts.tasks.PreprocessTask;
import dev.plankton.steps.images.ReadAhead;
import dev.plankton.steps.preprocess.Preprocessor.Result;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns the images of a shard into squares on all processors, and writes them in the order of the shard. */
public final class ParallelPreprocessing {
    private static final int READ_AHEAD = 4;

    private ParallelPreprocessing() {}

    /** Hears of images that are done, and may stop the rest. */
    @FunctionalInterface
    public interface Progress {
        /** @param images how many more are done */
        void done(int images) throws InterruptedException;
    }

    /**
     * Turns a whole shard into squares outside a step.
     *
     * @param scratch a folder for files that are too large for memory
     */
    public static PreprocessedShard run(
            SourceShard source, PreprocessTask.Input settings, Path scratch, ImageShardWriter writer, Progress progress)
            throws IOException, InterruptedException {
        Preprocessor preprocessor = new Preprocessor(source, new PixelBudget(), settings, scratch);
        return run(source.entries(), preprocessor, writer, progress);
    }

    static PreprocessedShard run(
            List<SourceShard.Entry> entries, Preprocessor preprocessor, ImageShardWriter writer, Progress progress)
            throws IOException, InterruptedException {
        int threads = Runtime.getRuntime().availableProcessors();
        List<PreprocessedShard.Image> images = new ArrayList<>();
        List<PreprocessedShard.LeftOut> leftOut = new ArrayList<>();
        ImageRemarks remarks = ImageRemarks.NONE;
        try (ReadAhead<SourceShard.Entry, Result> results =
                new ReadAhead<>(entries, threads, threads * READ_AHEAD, preprocessor::preprocess)) {
            for (int done = 0; done < entries.size(); done++) {
                Result next = results.next();
                progress.done(1);
                switch (next) {
                    case Result.Usable(String key, int width, int height, PackedImage square, ImageRemarks noticed) -> {
                        writer.add(key, square);
                        remarks = remarks.plus(noticed);
                        images.add(new PreprocessedShard.Image(key, width, height));
                    }
                    case Result.Unusable(String key, String reason) ->
                        leftOut.add(new PreprocessedShard.LeftOut(key, reason));
                }
            }
        }
        return new PreprocessedShard(
                images, leftOut, Optional.of(remarks).filter(noticed -> !noticed.equals(ImageRemarks.NONE)));
    }
}
