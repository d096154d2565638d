package dev.plankton.contracts.inputs;

import static dev.plankton.contracts.inputs.PlanktonWorkflow.CLASSIFY;
import static dev.plankton.contracts.inputs.PlanktonWorkflow.DATASET;
import static dev.plankton.contracts.inputs.PlanktonWorkflow.DISCOVER;
import static dev.plankton.contracts.inputs.PlanktonWorkflow.EMBEDDING;
import static dev.plankton.contracts.inputs.SettingTerms.always;
import static dev.plankton.contracts.inputs.SettingTerms.choice;
import static dev.plankton.contracts.inputs.SettingTerms.number;
import static dev.plankton.contracts.inputs.SettingTerms.setting;
import static dev.plankton.contracts.inputs.SettingTerms.uploadName;
import static dev.plankton.contracts.inputs.SettingTerms.whole;

import dev.plankton.contracts.choices.ImageRank;
import dev.plankton.contracts.choices.Layout;
import dev.plankton.contracts.choices.RareClasses;
import java.util.List;

/** Inputs that say how images become a dataset (SPEC 1 and 2). */
final class DatasetInputs {
    private DatasetInputs() {}

    static List<Setting> all() {
        PlanktonWorkflow[] where = {EMBEDDING, DATASET};
        PlanktonWorkflow[] everywhere = {EMBEDDING, DATASET, CLASSIFY, DISCOVER};
        return List.of(
                setting(
                        "dataset",
                        uploadName(),
                        always("demo"),
                        "The name under which the images were uploaded.",
                        everywhere),
                setting(
                        "layout",
                        choice(Layout.class),
                        always("class-folders"),
                        "How the uploaded files say which class an image belongs to.",
                        everywhere),
                setting(
                        "classDepth",
                        whole(0, 20),
                        always(0L),
                        "With the layout class-folders: which folder from the top names the class, 1 for the first; images may lie any deeper. 0 finds it out where only one folder can be meant.",
                        where),
                setting(
                        "taxonLevel",
                        whole(1, 2),
                        always(1L),
                        "With the layout zooscannet: 1 for its classes, 2 for the coarser ones that its table also names.",
                        where),
                setting(
                        "imageRank",
                        new ValueType.Text(ImageRank.FORM, ImageRank.FORM_IN_WORDS),
                        always(ImageRank.LOWEST),
                        "With the layout ecotaxa: which image is used of an object that has several. A UVP6 has the vignette at rank 0 and the raw image at rank 100.",
                        everywhere),
                setting(
                        "side",
                        whole(32, 1024),
                        always(299L),
                        "Height and width of the preprocessed images in pixels.",
                        where),
                setting(
                        "invert",
                        new ValueType.TrueOrFalse(),
                        always(false),
                        "Whether the camera shows light objects on a black background; the images are then inverted to dark on white.",
                        everywhere),
                setting(
                        "cropBottom",
                        whole(0, 10_000),
                        always(0L),
                        "Rows of pixels cut off at the bottom of each image; 31 removes the scale legend of EcoTaxa exports.",
                        everywhere),
                setting(
                        "bitDepth",
                        whole(8, 16),
                        new Setting.Optional("as each file says; all 16 if it does not say"),
                        "How many bits of 16-bit images the camera uses: 12 if its white is 4095. Images that use more are left out.",
                        everywhere),
                setting(
                        "maxMegapixels",
                        whole(1, 1000),
                        always(100L),
                        "Images with more megapixels are left out.",
                        everywhere),
                setting(
                        "shardImages",
                        whole(1, 10_000),
                        always(256L),
                        "Images in one shard, the portion that is stored and preprocessed at a time. At most 200 tasks share the shards.",
                        everywhere),
                setting(
                        "validationPerClass",
                        whole(1, 100_000),
                        always(100L),
                        "Images per class kept for validation.",
                        where),
                setting("testPerClass", whole(1, 100_000), always(100L), "Images per class kept for testing.", where),
                setting(
                        "smallClassFraction",
                        number(0, false, 0.4),
                        always(0.15),
                        "The fraction of a small class kept for validation, and the same fraction for testing.",
                        where),
                setting(
                        "rareClasses",
                        choice(RareClasses.class),
                        always("fail"),
                        "What becomes of classes with fewer images than minimumPerClass: the run fails and names them, or they are dropped, or merged into one class.",
                        where),
                setting(
                        "minimumPerClass",
                        whole(3, 100_000),
                        always(3L),
                        "Usable images that a class needs: at least one each to train, validate and test on.",
                        where),
                setting(
                        "splitSeed",
                        whole(0, GeneralInputs.LARGEST_SEED),
                        new Setting.Optional("the same as seed"),
                        "The seed by which images are divided into training, validation and test images, and classes are held out. With it, runs with other seeds keep the same test images.",
                        where),
                setting(
                        "heldOutClasses",
                        new ValueType.ClassesToHoldOut(),
                        always(HeldOutClasses.NONE),
                        "Classes that take no part in training, thresholds or the choice of a checkpoint, to measure what the embedding does for classes that it never saw. A number or a fraction draws them at random.",
                        where),
                setting(
                        "maxLeftOutFraction",
                        number(0, true, 1),
                        always(0.05),
                        "The run fails if more than this fraction of the images cannot be used.",
                        where));
    }
}
