package dev.plankton.runtime.formats;

import java.util.List;

/**
 * What became of one {@link SourceShard}'s images, stored as a JSON artifact of kind "preprocessed" beside their
 * {@link ImageShard}.
 *
 * @param images images that are in the image shard, in its order
 * @param leftOut images that could not be used
 */
public record PreprocessedShard(List<Image> images, List<LeftOut> leftOut) {

    /**
     * @param key SHA-256 of the source file's bytes in hexadecimal
     * @param width width of the source in pixels, before any cropping
     * @param height height of the source in pixels, before any cropping
     */
    public record Image(String key, int width, int height) {}

    /** An image that was left out, and why, as the end of a sentence that begins with its name. */
    public record LeftOut(String key, String reason) {}

    public PreprocessedShard {
        images = List.copyOf(images);
        leftOut = List.copyOf(leftOut);
    }
}
