package dev.plankton.steps.datasetimport;

import dev.plankton.contracts.formats.SourceShardWriter;
import dev.plankton.contracts.ids.ArtifactId;
import dev.plankton.engine.step.StepContext;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Packs images into shards of a fixed number of images, or fewer when they are large, and publishes each. */
final class ShardPacker implements Closeable {
    private static final long FULL_BYTES = 64L << 20;

    private final StepContext context;
    private final int shardImages;
    private final List<ArtifactId> shards = new ArrayList<>();
    private @Nullable Open open;

    private static final class Open {
        final Path file;
        final SourceShardWriter writer;
        int images;
        long bytes;

        Open(Path file) throws IOException {
            this.file = file;
            this.writer = new SourceShardWriter(file);
        }
    }

    ShardPacker(StepContext context, int shardImages) {
        this.context = context;
        this.shardImages = shardImages;
    }

    /** Adds an image. @return the number of the shard that it is in */
    int add(Spooled.Whole image) throws IOException, InterruptedException {
        Open shard = open;
        if (shard == null) {
            shard = new Open(Files.createTempFile(context.scratch(), "source-", ".zip"));
            open = shard;
        }
        shard.writer.add(image.sha256(), image.file(), image.bytes(), image.crc32());
        shard.images++;
        shard.bytes += image.bytes();
        int number = shards.size();
        if (shard.images >= shardImages || shard.bytes >= FULL_BYTES) {
            publish(shard);
        }
        return number;
    }

    /** Publishes the last shard. @return all shards */
    List<ArtifactId> finish() throws IOException, InterruptedException {
        Open last = open;
        if (last != null) {
            publish(last);
        }
        return List.copyOf(shards);
    }

    private void publish(Open shard) throws IOException, InterruptedException {
        open = null;
        shard.writer.close();
        shards.add(context.publish("source-shard", shard.file));
        Files.deleteIfExists(shard.file);
    }

    @Override
    public void close() throws IOException {
        Open unfinished = open;
        if (unfinished != null) {
            unfinished.writer.close();
        }
    }
}
