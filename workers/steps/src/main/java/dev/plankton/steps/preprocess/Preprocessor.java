package dev.plankton.steps.preprocess;

import dev.plankton.contracts.formats.ImageRemarks;
import dev.plankton.contracts.formats.PackedImage;
import dev.plankton.contracts.formats.SourceShard;
import dev.plankton.contracts.tasks.PreprocessTask;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Turns the bytes of one image file of a source shard into its square. Thread-safe. */
final class Preprocessor {
    private static final long IN_MEMORY_BYTES = 16L << 20;

    private final SourceShard shard;
    private final ImageDecoder decoder;
    private final PreprocessTask.Input settings;
    private final Path scratch;
    private final MemoryGuard memory;

    /** The result for one image. */
    sealed interface Result {
        record Usable(String key, int width, int height, PackedImage square, ImageRemarks remarks) implements Result {}

        record Unusable(String key, String reason) implements Result {}
    }

    Preprocessor(SourceShard shard, PixelBudget budget, PreprocessTask.Input settings, Path scratch) {
        this.shard = shard;
        this.memory = new MemoryGuard(budget);
        this.decoder = new ImageDecoder(new ImageDecoder.Settings(
                settings.maxMegapixels(),
                settings.cropBottom(),
                settings.bitDepth(),
                // so that transparent parts are white once the image is inverted
                settings.invert()));
        this.settings = settings;
        this.scratch = scratch;
    }

    Result preprocess(SourceShard.Entry entry) throws IOException, InterruptedException {
        try (InputStream bytes = shard.open(entry.key())) {
            if (entry.bytes() <= IN_MEMORY_BYTES) {
                return decoded(entry, new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes.readAllBytes())));
            }
            Path file = Files.createTempFile(scratch, "large-", ".image");
            try {
                Files.copy(bytes, file, StandardCopyOption.REPLACE_EXISTING);
                return decoded(entry, new FileImageInputStream(file.toFile()));
            } finally {
                Files.deleteIfExists(file);
            }
        }
    }

    private Result decoded(SourceShard.Entry entry, ImageInputStream opened) throws IOException, InterruptedException {
        try (ImageInputStream in = opened) {
            return memory.guard(share -> {
                in.seek(0);
                return usable(entry.key(), decoder.decode(in, entry.bytes(), share));
            });
        } catch (UnusableImageException e) {
            return new Result.Unusable(entry.key(), e.reason());
        }
    }

    private Result usable(String key, ImageDecoder.Decoded decoded) {
        GreyImage image = settings.invert() ? decoded.image().inverted() : decoded.image();
        SortedMap<Integer, Integer> bitsUsed = new TreeMap<>();
        decoded.undeclaredBits().ifPresent(bits -> bitsUsed.put(bits, 1));
        return new Result.Usable(
                key,
                decoded.sourceWidth(),
                decoded.sourceHeight(),
                PackedImage.of(settings.side(), image.inSquare(settings.side())),
                new ImageRemarks(decoded.severalPages() ? 1 : 0, bitsUsed));
    }
}
