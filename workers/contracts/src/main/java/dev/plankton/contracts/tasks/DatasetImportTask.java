package dev.plankton.contracts.tasks;

import dev.plankton.contracts.choices.ImageRank;
import dev.plankton.contracts.choices.Layout;
import dev.plankton.contracts.choices.RareClasses;
import dev.plankton.contracts.formats.ImportManifest;
import dev.plankton.contracts.ids.ArtifactId;
import dev.plankton.contracts.ids.UploadName;
import dev.plankton.contracts.inputs.Schema;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Divides an upload into shards of images (SPEC 1). */
public final class DatasetImportTask {
    public static final TaskType<Input, Output> TYPE = TaskType.of(
            "plankton_dataset_import",
            "Lists a dataset's images and their classes and divides them into shards.",
            Input.class,
            Output.class);

    /** The width of the fork: Conductor is slow with thousands of tasks in one workflow. */
    public static final int MOST_TASKS = 200;

    private DatasetImportTask() {}

    /**
     * An upload.
     *
     * @param labelled whether the images are for training; if not, every image is taken, even if it has no class
     * @param classDepth for class folders: which folder from the top names the class; 0 to find it out
     * @param taxonLevel for ZooScanNet: which of its two classifications is used
     * @param imageRank for EcoTaxa: which image of an object is used
     * @param rareClasses whether classes with too few images end the run
     * @param minimumPerClass images that a class needs
     * @param shardImages images in one shard, the portion that is stored and preprocessed at a time
     * @param side height and width of preprocessed images in pixels; this and the following are passed on to
     *     preprocessing
     * @param invert whether light objects on black are inverted to dark on white
     * @param cropBottom rows of pixels to cut off at the bottom of every source image
     * @param bitDepth how many bits of 16-bit samples are used; empty: as each file says
     * @param maxMegapixels images with more million pixels are left out
     */
    public record Input(
            UploadName dataset,
            Layout layout,
            boolean labelled,
            int classDepth,
            int taxonLevel,
            ImageRank imageRank,
            RareClasses rareClasses,
            int minimumPerClass,
            int shardImages,
            int side,
            boolean invert,
            int cropBottom,
            Optional<Integer> bitDepth,
            int maxMegapixels) {
        public Input {
            Schema.check("classDepth", classDepth);
            Schema.check("taxonLevel", taxonLevel);
            Schema.check("minimumPerClass", minimumPerClass);
            Schema.check("shardImages", shardImages);
            Schema.check("side", side);
            Schema.check("cropBottom", cropBottom);
            bitDepth.ifPresent(bits -> Schema.check("bitDepth", bits));
            Schema.check("maxMegapixels", maxMegapixels);
        }
    }

    /**
     * What the upload holds.
     *
     * @param imported an {@link ImportManifest}
     * @param uploadState names the state of the upload that was read, as the command {@code datasets} shows it
     * @param images images to decode
     * @param leftOut images that were left out
     * @param tasks the tasks that Conductor runs in parallel, one for some shards each, {@value #MOST_TASKS} at most
     * @param inputs their inputs by task reference name
     */
    public record Output(
            ArtifactId imported,
            String uploadState,
            int images,
            int leftOut,
            List<ForkedTask> tasks,
            SortedMap<String, PreprocessTask.Input> inputs) {
        public Output {
            tasks = List.copyOf(tasks);
            inputs = Collections.unmodifiableSortedMap(new TreeMap<>(inputs));
        }
    }
}
