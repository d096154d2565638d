package dev.plankton.steps.datasetimport;

import dev.plankton.contracts.columns.DigestIndex;
import dev.plankton.contracts.columns.IntColumn;
import dev.plankton.contracts.columns.TextColumn;
import dev.plankton.contracts.formats.SourceShardWriter;
import dev.plankton.contracts.ids.ArtifactId;
import dev.plankton.contracts.json.Json;
import dev.plankton.engine.step.StepContext;
import dev.plankton.steps.images.OneBehind;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Packs images into shards of a fixed number of images, or fewer when they are large, and publishes each. A finished
 * shard is remembered with the files that were read for it. So another attempt at the import, which meets the same files
 * in the same order, does not read these again. One shard is published in the background while the next is packed.
 */
final class ShardPacker implements Closeable {
    private static final long FULL_BYTES = 64L << 20;

    private final StepContext context;
    private final int shardImages;
    private final long maxBytes;
    private final List<ArtifactId> found = new ArrayList<>();
    private final TextColumn keys = new TextColumn();
    private final DigestIndex known = new DigestIndex(keys);
    private final IntColumn shardOf = new IntColumn();
    private final Deque<PackedShard.File> remembered = new ArrayDeque<>();
    private final List<PackedShard.File> files = new ArrayList<>();
    private final OneBehind<ArtifactId> publisher = new OneBehind<>();
    private @Nullable Open open;
    private boolean anew;
    private int current;

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

    /** @param maxBytes the largest size of an image */
    ShardPacker(StepContext context, int shardImages, long maxBytes) {
        this.context = context;
        this.shardImages = shardImages;
        this.maxBytes = maxBytes;
    }

    /**
     * What an earlier attempt made of the next file, if it got so far.
     *
     * @throws IOException if it met another file at this place
     */
    Optional<Packed> remembered(UploadPath path) throws IOException, InterruptedException {
        if (remembered.isEmpty() && !anew) {
            Optional<PackedShard> next = context.donePart(part(current), PackedShard.class);
            next.ifPresent(shard -> remembered.addAll(shard.files()));
            anew = next.isEmpty();
            next.ifPresent(this::take);
        }
        PackedShard.File file = remembered.poll();
        if (file == null) {
            return Optional.empty();
        }
        if (!file.path().equals(path.toString())) {
            throw new IOException("an earlier attempt met '%s' where now '%s' is".formatted(file.path(), path));
        }
        return Optional.of(packed(file));
    }

    private void take(PackedShard shard) {
        for (PackedShard.File file : shard.files()) {
            if (!file.key().isEmpty() && known.find(file.key()) == DigestIndex.ABSENT) {
                note(file.key());
            }
        }
        found.add(shard.shard());
        current++;
    }

    private Packed packed(PackedShard.File file) {
        if (file.tooLong()) {
            return new Packed.TooLong(maxBytes);
        }
        return file.key().isEmpty()
                ? new Packed.Empty()
                : new Packed.InShard(file.key(), shardOf.get(known.find(file.key())));
    }

    private void note(String key) {
        keys.add(key);
        shardOf.add(current);
        known.grow();
    }

    /** Adds the next file, which {@link #remembered} does not know. */
    Packed add(UploadPath path, Spooled file) throws IOException, InterruptedException {
        PackedShard.File added = switch (file) {
            case Spooled.Empty empty -> new PackedShard.File(path.toString(), "", false);
            case Spooled.TooLong tooLong -> new PackedShard.File(path.toString(), "", true);
            case Spooled.Whole whole -> new PackedShard.File(path.toString(), whole.sha256(), false);
        };
        files.add(added);
        if (file instanceof Spooled.Whole whole && known.find(whole.sha256()) == DigestIndex.ABSENT) {
            note(whole.sha256());
            write(whole);
        }
        return packed(added);
    }

    private void write(Spooled.Whole image) throws IOException, InterruptedException {
        Open shard = open;
        if (shard == null) {
            shard = new Open(Files.createTempFile(context.scratch(), "source-", ".zip"));
            open = shard;
        }
        try (InputStream bytes = image.copy().open()) {
            shard.writer.add(image.sha256(), bytes, image.bytes(), image.crc32());
        }
        shard.images++;
        shard.bytes += image.bytes();
        if (shard.images >= shardImages || shard.bytes >= FULL_BYTES) {
            publish(shard);
        }
    }

    /** Publishes the last shard. @return all shards */
    List<ArtifactId> finish() throws IOException, InterruptedException {
        Open last = open;
        if (last != null) {
            publish(last);
        }
        return Stream.concat(found.stream(), publisher.results().stream()).toList();
    }

    private void publish(Open shard) throws IOException, InterruptedException {
        open = null;
        shard.writer.close();
        String part = part(current);
        List<PackedShard.File> read = List.copyOf(files);
        files.clear();
        current++;
        publisher.add(() -> {
            PackedShard packed = context.part(
                    part,
                    PackedShard.class,
                    artifacts -> new PackedShard(artifacts.publish("source-shard", shard.file), read));
            Files.deleteIfExists(shard.file);
            return packed.shard();
        });
    }

    private String part(int shard) {
        return Json.digest("source-shard", context.key(), Integer.toString(shard));
    }

    @Override
    public void close() throws IOException {
        publisher.close();
        Open unfinished = open;
        if (unfinished != null) {
            unfinished.writer.close();
        }
    }
}
