package dev.plankton.contracts.formats;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;

/**
 * The result of preprocessing one {@link SourceShard}, stored as a JSON artifact of kind "preprocessed" beside its
 * {@link ImageShard}.
 *
 * @param images images that are in the image shard, in its order
 * @param leftOut images that could not be used
 * @param remarks what was noticed about images that are used
 */
public record PreprocessedShard(
        List<Image> images,
        List<LeftOut> leftOut,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<ImageRemarks> remarks) {

    /**
     * @param key SHA-256 of the source file's bytes in hexadecimal
     * @param width width of the source in pixels, before any cropping
     * @param height height of the source in pixels, before any cropping
     */
    public record Image(String key, int width, int height) {}

    /** An image that was left out. The reason completes a sentence that begins with the image's name. */
    public record LeftOut(String key, String reason) {}

    /** A shard without remarks. */
    public PreprocessedShard(List<Image> images, List<LeftOut> leftOut) {
        this(images, leftOut, Optional.empty());
    }

    public PreprocessedShard {
        images = List.copyOf(images);
        leftOut = List.copyOf(leftOut);
    }
}
