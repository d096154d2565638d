package dev.plankton.contracts.formats;

import dev.plankton.contracts.formats.DatasetManifest.LeftOut;
import dev.plankton.contracts.ids.ArtifactId;
import java.util.List;
import java.util.Map;

/**
 * What an upload holds (SPEC 1), stored as a JSON artifact of kind "import".
 *
 * @param dataset the name under which the images were uploaded
 * @param classes class names in ascending order. A class may have no image in {@link #images} if none of its files can
 *     be used. Empty if the images are not labelled
 * @param images images to decode, in the order of the upload, each key once
 * @param shards {@link SourceShard} artifacts; {@link Image#shard} is an index into them
 * @param leftOut images that were left out; they count towards the share at which the step fails
 * @param setAside files that are only listed: further copies of an image in the same class, and files that are not
 *     images; they do not count towards that share
 * @param objects by image key, what the upload shows on it; several if images have the same bytes. Images with a label
 *     and without an object's name are not in it
 * @param splits by image key, the split if the upload gives it (ZooScanNet's set)
 * @param remarks sentences on the upload that its user should know
 */
public record ImportManifest(
        String dataset,
        List<String> classes,
        List<Image> images,
        List<ArtifactId> shards,
        List<LeftOut> leftOut,
        List<LeftOut> setAside,
        Map<String, List<UploadedObject>> objects,
        Map<String, Split> splits,
        List<String> remarks) {

    /**
     * @param key SHA-256 of the file's bytes in hexadecimal
     * @param source path relative to the dataset, or inside its archive ("copepod/17.png")
     * @param className its class; blank if the images are not labelled
     * @param shard index into {@link #shards}
     */
    public record Image(String key, String source, String className, int shard) {}

    /**
     * What one uploaded file shows.
     *
     * @param source path of the file
     * @param objectId the object's name in the upload (EcoTaxa's object_id); blank if it has none
     * @param status EcoTaxa's status of the object's category, in lower case; blank if it has none
     */
    public record UploadedObject(String source, String objectId, String status) {}

    public ImportManifest {
        classes = List.copyOf(classes);
        images = List.copyOf(images);
        shards = List.copyOf(shards);
        leftOut = List.copyOf(leftOut);
        setAside = List.copyOf(setAside);
        objects = Map.copyOf(objects);
        splits = Map.copyOf(splits);
        remarks = List.copyOf(remarks);
    }
}
