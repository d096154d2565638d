package dev.plankton.contracts.formats;

import dev.plankton.contracts.ids.ArtifactId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A preprocessed dataset (SPEC 1 and 2), stored as a {@link DatasetFile} of kind "dataset"; its artifact id is the
 * dataset id.
 *
 * @param name the name under which the images were uploaded
 * @param side height and width of the preprocessed images in pixels; 0 if no images are stored
 * @param classes names of the classes that are trained on, in ascending order
 * @param images all usable images of these classes, ordered by class, then key; if they are {@link DatasetColumns}, these must not grow any
 *     more
 * @param shards {@link ImageShard} artifacts; {@link Image#shard} is an index into them. Empty if only the names of the
 *     images are known, as may be so for embeddings made elsewhere
 * @param leftOut images that were left out
 * @param remarks sentences about images that are used, such as "3 images have several pages or frames; the first of
 *     each was used."
 * @param unseen the classes that are held out; no other field knows of them
 * @param pixelSizes a {@link PixelSizeTable} of all images, if the upload's tables give comparable pixel sizes
 */
public record DatasetManifest(
        String name,
        int side,
        List<String> classes,
        List<Image> images,
        List<ArtifactId> shards,
        List<LeftOut> leftOut,
        List<String> remarks,
        Unseen unseen,
        Optional<ArtifactId> pixelSizes) {

    /**
     * Classes that take no part in training, thresholds and the choice of a checkpoint (SPEC 11).
     *
     * @param classes their names in ascending order
     * @param images their images, ordered by class, then key; {@link Image#classIndex} is an index into {@code classes},
     *     {@link Image#split} is always {@link Split#TEST}
     */
    public record Unseen(List<String> classes, List<Image> images) {
        public static final Unseen NONE = new Unseen(List.of(), List.of());

        public Unseen {
            classes = List.copyOf(classes);
            images = images instanceof DatasetColumns ? images : List.copyOf(images);
        }
    }

    /**
     * One usable image.
     *
     * @param key SHA-256 of the source file's bytes in hexadecimal; it identifies the image everywhere
     * @param source where it came from, relative to the dataset ("copepod/17.png")
     * @param classIndex index into {@link #classes}
     * @param width width of the source in pixels; 0 if only its name is known
     * @param height height of the source in pixels; 0 if only its name is known
     * @param shard index into {@link #shards}
     */
    public record Image(String key, String source, int classIndex, Split split, int width, int height, int shard) {

        /** The same image from another file with the same bytes. */
        public Image from(String otherSource) {
            return new Image(key, otherSource, classIndex, split, width, height, shard);
        }
    }

    /** An image that was left out, and the reason in one sentence. */
    public record LeftOut(String source, String reason) {}

    /** A dataset without remarks. */
    public DatasetManifest(
            String name,
            int side,
            List<String> classes,
            List<Image> images,
            List<ArtifactId> shards,
            List<LeftOut> leftOut) {
        this(name, side, classes, images, shards, leftOut, List.of());
    }

    /** A dataset of which all classes are trained on. */
    public DatasetManifest(
            String name,
            int side,
            List<String> classes,
            List<Image> images,
            List<ArtifactId> shards,
            List<LeftOut> leftOut,
            List<String> remarks) {
        this(name, side, classes, images, shards, leftOut, remarks, Unseen.NONE, Optional.empty());
    }

    public DatasetManifest(
            String name,
            int side,
            List<String> classes,
            List<Image> images,
            List<ArtifactId> shards,
            List<LeftOut> leftOut,
            @Nullable List<String> remarks,
            @Nullable Unseen unseen,
            Optional<ArtifactId> pixelSizes) {
        this.name = name;
        this.side = side;
        this.classes = List.copyOf(classes);
        this.images = images instanceof DatasetColumns ? images : List.copyOf(images);
        this.shards = List.copyOf(shards);
        this.leftOut = List.copyOf(leftOut);
        this.remarks = remarks == null ? List.of() : List.copyOf(remarks);
        this.unseen = unseen == null ? Unseen.NONE : unseen;
        this.pixelSizes = pixelSizes;
    }

    /** The keys of {@link #images}, in their order. */
    public List<String> keys() {
        return images instanceof DatasetColumns columns
                ? columns.keys()
                : images.stream().map(Image::key).toList();
    }

    /** The held-out classes as a dataset of their own, whose images are in the same shards. */
    public DatasetManifest ofUnseen() {
        return new DatasetManifest(name, side, unseen.classes(), unseen.images(), shards, List.of())
                .withPixelSizes(pixelSizes);
    }

    public DatasetManifest withPixelSizes(Optional<ArtifactId> sizes) {
        return new DatasetManifest(name, side, classes, images, shards, leftOut, remarks, unseen, sizes);
    }

    /** Whether the images are stored, so that a report can show them. */
    public boolean hasPictures() {
        return !shards.isEmpty();
    }
}
