package dev.plankton.steps.preprocess;

import dev.plankton.contracts.formats.SourceShard;
import dev.plankton.contracts.tasks.PreprocessTask;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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

    /** The result for one image. */
    sealed interface Result {
        @SuppressWarnings("ArrayRecordComponent") // pixels are plain bytes, compared nowhere
        record Usable(String key, int width, int height, byte[] pixels) implements Result {}

        record Unusable(String key, String reason) implements Result {}
    }

    Preprocessor(SourceShard shard, ImageDecoder decoder, PreprocessTask.Input settings, Path scratch) {
        this.shard = shard;
        this.decoder = decoder;
        this.settings = settings;
        this.scratch = scratch;
    }

    Result preprocess(SourceShard.Entry entry) throws IOException, InterruptedException {
        try (InputStream bytes = shard.open(entry.key())) {
            if (entry.bytes() <= IN_MEMORY_BYTES) {
                return decoded(
                        entry.key(), new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes.readAllBytes())));
            }
            Path file = Files.createTempFile(scratch, "large-", ".image");
            try {
                Files.copy(bytes, file, StandardCopyOption.REPLACE_EXISTING);
                return decoded(entry.key(), new FileImageInputStream(file.toFile()));
            } finally {
                Files.deleteIfExists(file);
            }
        }
    }

    private Result decoded(String key, ImageInputStream opened) throws IOException, InterruptedException {
        try (ImageInputStream in = opened) {
            ImageDecoder.Decoded decoded = decoder.decode(in);
            GreyImage image = settings.invert() ? decoded.image().inverted() : decoded.image();
            return new Result.Usable(
                    key, decoded.sourceWidth(), decoded.sourceHeight(), image.inSquare(settings.side()));
        } catch (UnusableImageException e) {
            return new Result.Unusable(key, e.reason());
        }
    }
}
