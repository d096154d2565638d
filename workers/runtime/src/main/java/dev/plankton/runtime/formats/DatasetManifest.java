package dev.plankton.runtime.formats;

import dev.plankton.runtime.store.ArtifactId;
import java.util.List;

/**
 * A preprocessed dataset (SPEC 1 and 2), stored as a JSON artifact of kind "dataset"; its artifact id is the dataset
 * id.
 *
 * @param name the name under which the images were uploaded
 * @param side height and width of the preprocessed images in pixels; 0 if there are none to show
 * @param classes class names in ascending order
 * @param images all usable images, ordered by class, then key
 * @param shards {@link ImageShard} artifacts, in the order that {@link Image#shard} counts; none if images are known by
 *     name alone, as those of embeddings made elsewhere may be
 * @param leftOut images that were left out
 */
public record DatasetManifest(
        String name,
        int side,
        List<String> classes,
        List<Image> images,
        List<ArtifactId> shards,
        List<LeftOut> leftOut) {

    /**
     * One usable image.
     *
     * @param key SHA-256 of the source file's bytes in hexadecimal; the image's name everywhere
     * @param source where it came from, relative to the dataset ("copepod/17.png")
     * @param classIndex index into {@link #classes}
     * @param width width of the source in pixels; 0 if it is known by name alone
     * @param height height of the source in pixels; likewise
     * @param shard index into {@link #shards}
     */
    public record Image(String key, String source, int classIndex, Split split, int width, int height, int shard) {}

    /** An image that was left out, and why, in one sentence. */
    public record LeftOut(String source, String reason) {}

    public DatasetManifest {
        classes = List.copyOf(classes);
        images = List.copyOf(images);
        shards = List.copyOf(shards);
        leftOut = List.copyOf(leftOut);
    }

    /** Whether the images can be shown. */
    public boolean hasPictures() {
        return !shards.isEmpty();
    }
}
