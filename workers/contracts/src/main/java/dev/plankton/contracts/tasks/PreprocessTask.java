package dev.plankton.contracts.tasks;

import dev.plankton.contracts.BadInputException;
import dev.plankton.contracts.formats.ImageShard;
import dev.plankton.contracts.formats.PreprocessedShard;
import dev.plankton.contracts.formats.SourceShard;
import dev.plankton.contracts.ids.ArtifactId;
import dev.plankton.contracts.inputs.Schema;
import java.util.Optional;

/** Scales the images of one shard to one size (SPEC 2). */
public final class PreprocessTask {
    public static final TaskType<Input, Output> TYPE = TaskType.of(
            "plankton_preprocess",
            "Converts the images of one shard to grey images of one size.",
            Input.class,
            Output.class);

    private PreprocessTask() {}

    /**
     * A shard. It is identified by its content and not by its import. So if an upload changes, its unchanged shards are
     * not preprocessed again.
     *
     * @param shard position of the shard in its import, passed on
     * @param source a {@link SourceShard}
     * @param side height and width of preprocessed images in pixels
     * @param invert whether light objects on black are inverted to dark on white
     * @param cropBottom rows of pixels to cut off at the bottom of every source image
     * @param bitDepth how many bits of 16-bit samples are used; empty: as each file says
     * @param maxMegapixels images with more million pixels are left out
     */
    public record Input(
            int shard,
            ArtifactId source,
            int side,
            boolean invert,
            int cropBottom,
            Optional<Integer> bitDepth,
            int maxMegapixels) {
        public Input {
            if (shard < 0) {
                throw new BadInputException("shard must be 0 or more, not %d.".formatted(shard));
            }
            Schema.check("side", side);
            Schema.check("cropBottom", cropBottom);
            bitDepth.ifPresent(bits -> Schema.check("bitDepth", bits));
            Schema.check("maxMegapixels", maxMegapixels);
        }
    }

    /**
     * The preprocessed shard.
     *
     * @param shard position of the shard in its import
     * @param images an {@link ImageShard}
     * @param preprocessed a {@link PreprocessedShard}
     */
    public record Output(int shard, ArtifactId images, ArtifactId preprocessed) {}
}
