package dev.plankton.runtime.formats;

import dev.plankton.runtime.formats.DatasetManifest.LeftOut;
import dev.plankton.runtime.store.ArtifactId;
import java.util.List;
import java.util.Map;

/**
 * What an upload holds (SPEC 1), stored as a JSON artifact of kind "import".
 *
 * @param dataset the name under which the images were uploaded
 * @param classes class names in ascending order; each has at least one image in {@link #images}; none if the images are
 *     not labelled
 * @param images images worth decoding, in the order of the upload, each key once
 * @param shards {@link SourceShard} artifacts, in the order that {@link Image#shard} counts
 * @param leftOut images that were left out; they count towards the share that fails the step
 * @param setAside files listed for completeness alone: further copies of an image inside its class, and files that are
 *     no images; they do not count towards that share
 * @param objectIds for image keys, the names of their objects where the upload gives them (EcoTaxa's object_id)
 * @param splits for image keys, what the upload itself uses the images for (ZooScanNet's set)
 */
public record ImportManifest(
        String dataset,
        List<String> classes,
        List<Image> images,
        List<ArtifactId> shards,
        List<LeftOut> leftOut,
        List<LeftOut> setAside,
        Map<String, String> objectIds,
        Map<String, Split> splits) {

    /**
     * @param key SHA-256 of the file's bytes in hexadecimal
     * @param source path relative to the dataset, or inside its archive ("copepod/17.png")
     * @param className its class; blank if the images are not labelled
     * @param shard index into {@link #shards}
     */
    public record Image(String key, String source, String className, int shard) {}

    public ImportManifest {
        classes = List.copyOf(classes);
        images = List.copyOf(images);
        shards = List.copyOf(shards);
        leftOut = List.copyOf(leftOut);
        setAside = List.copyOf(setAside);
        objectIds = Map.copyOf(objectIds);
        splits = Map.copyOf(splits);
    }
}
