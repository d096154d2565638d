package dev.plankton.contracts.tasks;

import dev.plankton.contracts.formats.PreprocessedList;
import dev.plankton.contracts.formats.ShardList;
import dev.plankton.contracts.ids.ArtifactId;
import dev.plankton.contracts.inputs.Schema;
import java.util.Optional;

/** Scales the images of some shards to one size (SPEC 2). */
public final class PreprocessTask {
    public static final TaskType<Input, Output> TYPE = TaskType.of(
            "plankton_preprocess",
            "Converts the images of some shards to grey images of one size.",
            Input.class,
            Output.class);

    private PreprocessTask() {}

    /**
     * Some shards. Each is identified by its content and not by its import. So if an upload changes, its unchanged
     * shards are not preprocessed again.
     *
     * @param shards a {@link ShardList}
     * @param side height and width of preprocessed images in pixels
     * @param invert whether light objects on black are inverted to dark on white
     * @param cropBottom rows of pixels to cut off at the bottom of every source image
     * @param bitDepth how many bits of 16-bit samples are used; empty: as each file says
     * @param maxMegapixels images with more million pixels are left out
     */
    public record Input(
            ArtifactId shards,
            int side,
            boolean invert,
            int cropBottom,
            Optional<Integer> bitDepth,
            int maxMegapixels) {
        public Input {
            Schema.check("side", side);
            Schema.check("cropBottom", cropBottom);
            bitDepth.ifPresent(bits -> Schema.check("bitDepth", bits));
            Schema.check("maxMegapixels", maxMegapixels);
        }
    }

    /**
     * The preprocessed shards.
     *
     * @param preprocessed a {@link PreprocessedList}
     */
    public record Output(ArtifactId preprocessed) {}
}
