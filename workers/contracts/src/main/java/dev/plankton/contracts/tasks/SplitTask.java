package dev.plankton.contracts.tasks;

import dev.plankton.contracts.choices.RareClasses;
import dev.plankton.contracts.formats.DatasetManifest;
import dev.plankton.contracts.formats.ImportManifest;
import dev.plankton.contracts.ids.ArtifactId;
import dev.plankton.contracts.inputs.HeldOutClasses;
import dev.plankton.contracts.inputs.Schema;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Makes a dataset from shards and splits its images into training, validation and test images (SPEC 1 and 2). */
public final class SplitTask {
    public static final TaskType<Input, Output> TYPE = TaskType.of(
            "plankton_split",
            "Divides the preprocessed images into training, validation and test images.",
            Input.class,
            Output.class);

    private SplitTask() {}

    /**
     * An import and its preprocessed shards.
     *
     * @param imported an {@link ImportManifest}
     * @param shards where the preprocessed shards are listed, by task reference name
     * @param side height and width of preprocessed images in pixels
     * @param validationPerClass images per class for validation
     * @param testPerClass images per class for testing
     * @param smallClassFraction largest share of a class for each of the two; at least 1 image each is taken
     * @param rareClasses what becomes of classes with too few images
     * @param minimumPerClass usable images that a class needs
     * @param heldOutClasses classes that are not trained on
     * @param maxLeftOutFraction largest share of all images that may be left out
     * @param splitSeed decides which images and which held-out classes are taken; if empty, seed does
     */
    public record Input(
            ArtifactId imported,
            SortedMap<String, PreprocessTask.Output> shards,
            int side,
            int validationPerClass,
            int testPerClass,
            double smallClassFraction,
            RareClasses rareClasses,
            int minimumPerClass,
            HeldOutClasses heldOutClasses,
            double maxLeftOutFraction,
            Optional<Long> splitSeed,
            long seed) {
        public Input {
            Schema.check("side", side);
            Schema.check("validationPerClass", validationPerClass);
            Schema.check("testPerClass", testPerClass);
            Schema.check("smallClassFraction", smallClassFraction);
            Schema.check("minimumPerClass", minimumPerClass);
            Schema.check("maxLeftOutFraction", maxLeftOutFraction);
            splitSeed.ifPresent(value -> Schema.check("splitSeed", value));
            Schema.check("seed", seed);
            shards = Collections.unmodifiableSortedMap(new TreeMap<>(shards));
        }
    }

    /**
     * The dataset.
     *
     * @param datasetId a {@link DatasetManifest}
     * @param images usable images
     * @param leftOut images that should have been usable and are not; they are listed with their reasons
     * @param setAside files that were not meant to be used, such as further copies; they are listed too
     * @param classes number of classes, without those that are held out
     * @param heldOut number of classes that are held out
     * @param remarks sentences about images that are used
     */
    public record Output(
            ArtifactId datasetId,
            int images,
            int leftOut,
            int setAside,
            int classes,
            int heldOut,
            List<String> remarks) {
        public Output {
            remarks = List.copyOf(remarks);
        }
    }
}
