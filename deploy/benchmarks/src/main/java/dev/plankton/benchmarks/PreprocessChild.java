package dev.plankton.benchmarks;

import dev.plankton.contracts.formats.ImageShardWriter;
import dev.plankton.contracts.formats.SourceShard;
import dev.plankton.contracts.ids.ArtifactId;
import dev.plankton.contracts.tasks.PreprocessTask;
import dev.plankton.steps.preprocess.ParallelPreprocessing;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Times the preprocessing of a shard, from its file to the file of squares; prints what {@link Timing#parse} reads. */
final class PreprocessChild {
    private static final int MEGAPIXELS = 100;

    private PreprocessChild() {}

    /** @param arguments source shard, side, timed repetitions, untimed repetitions before these, file for the squares */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path shard = Path.of(arguments[0]);
        int side = Integer.parseInt(arguments[1]);
        int repetitions = Integer.parseInt(arguments[2]);
        int warming = Integer.parseInt(arguments[3]);
        Path squares = Path.of(arguments[4]);
        PreprocessTask.Input settings =
                new PreprocessTask.Input(new ArtifactId("0".repeat(64)), side, false, 0, Optional.empty(), MEGAPIXELS);
        Stopwatch stopwatch = new Stopwatch(warming);
        for (int i = 0; i < warming + repetitions; i++) {
            stopwatch.start();
            try (SourceShard source = SourceShard.open(shard);
                    ImageShardWriter writer = new ImageShardWriter(squares, side)) {
                ParallelPreprocessing.run(source, settings, shard.resolveSibling("."), writer, images -> {});
            }
            stopwatch.tell();
        }
        System.out.println("MiB " + Stopwatch.mebibytes());
    }
}
