package dev.plankton.contracts.formats;

import dev.plankton.contracts.formats.DatasetManifest.LeftOut;
import dev.plankton.contracts.ids.ArtifactId;
import java.util.List;
import java.util.Optional;

/**
 * What an upload holds (SPEC 1), stored as an {@link ImportFile} of kind "import".
 *
 * @param dataset the name under which the images were uploaded
 * @param classes class names in ascending order. A class may have no image in {@link #images} if none of its files can
 *     be used. Empty if the images are not labelled
 * @param images images to decode, in the order of the upload, each key once, and so in the order of their shards; if
 *     they are {@link ImportColumns}, these must not grow any more
 * @param copies further files with the bytes of one of the images, if they stand for objects of their own
 * @param shards {@link SourceShard} artifacts; {@link Image#shard} is an index into them. They may hold images that are
 *     not listed
 * @param leftOut images that were left out; they count towards the share at which the step fails
 * @param setAside files that are only listed: further copies of an image in the same class, and files that are not
 *     images; they do not count towards that share
 * @param remarks sentences on the upload that its user should know
 * @param pixelSizes a {@link PixelSizeTable} of all images, if the upload's tables give comparable pixel sizes
 */
public record ImportManifest(
        String dataset,
        List<String> classes,
        List<Image> images,
        List<Copy> copies,
        List<ArtifactId> shards,
        List<LeftOut> leftOut,
        List<LeftOut> setAside,
        List<String> remarks,
        Optional<ArtifactId> pixelSizes) {

    /**
     * An image to decode.
     *
     * @param key SHA-256 of the file's bytes in hexadecimal
     * @param source path relative to the dataset, or inside its archive ("copepod/17.png")
     * @param className its class; blank if the images are not labelled
     * @param shard index into {@link #shards}
     * @param split the split that the upload gives it (ZooScanNet's set)
     * @param object what it shows
     */
    public record Image(
            String key, String source, String className, int shard, Optional<Split> split, UploadedObject object) {

        /** An image of which the upload says no more than its class. */
        public Image(String key, String source, String className, int shard) {
            this(key, source, className, shard, Optional.empty(), UploadedObject.UNNAMED);
        }
    }

    /** A file with the same bytes as the image with this key. */
    public record Copy(String key, String source, UploadedObject object) {}

    /**
     * What the upload says of the object on an image.
     *
     * @param objectId the object's name in the upload (EcoTaxa's object_id); blank if it has none
     * @param status EcoTaxa's status of the object's category, in lower case; blank if it has none
     */
    public record UploadedObject(String objectId, String status) {
        public static final UploadedObject UNNAMED = new UploadedObject("", "");
    }

    /** An upload that says nothing of pixel sizes. */
    public ImportManifest(
            String dataset,
            List<String> classes,
            List<Image> images,
            List<Copy> copies,
            List<ArtifactId> shards,
            List<LeftOut> leftOut,
            List<LeftOut> setAside,
            List<String> remarks) {
        this(dataset, classes, images, copies, shards, leftOut, setAside, remarks, Optional.empty());
    }

    public ImportManifest {
        classes = List.copyOf(classes);
        images = images instanceof ImportColumns ? images : List.copyOf(images);
        copies = List.copyOf(copies);
        shards = List.copyOf(shards);
        leftOut = List.copyOf(leftOut);
        setAside = List.copyOf(setAside);
        remarks = List.copyOf(remarks);
    }

    public ImportManifest withPixelSizes(Optional<ArtifactId> sizes) {
        return new ImportManifest(dataset, classes, images, copies, shards, leftOut, setAside, remarks, sizes);
    }
}
