package dev.plankton.settings;

import static dev.plankton.settings.PlanktonWorkflow.CLASSIFY;
import static dev.plankton.settings.PlanktonWorkflow.DATASET;
import static dev.plankton.settings.PlanktonWorkflow.EMBEDDING;
import static dev.plankton.settings.SettingTerms.always;
import static dev.plankton.settings.SettingTerms.choice;
import static dev.plankton.settings.SettingTerms.number;
import static dev.plankton.settings.SettingTerms.setting;
import static dev.plankton.settings.SettingTerms.whole;

import java.util.List;

/** How images become a dataset (SPEC 1 and 2). */
final class DatasetInputs {
    private DatasetInputs() {}

    static List<Setting> all() {
        PlanktonWorkflow[] where = {EMBEDDING, DATASET};
        PlanktonWorkflow[] everywhere = {EMBEDDING, DATASET, CLASSIFY};
        return List.of(
                setting(
                        "dataset",
                        new Kind.Text(
                                "[A-Za-z0-9][A-Za-z0-9._-]{0,99}",
                                "a name of at most 100 letters, digits, '.', '_' and '-' that starts with a letter or digit"),
                        always("demo"),
                        "The name under which the images were uploaded.",
                        everywhere),
                setting(
                        "layout",
                        choice("class-folders", "zooscannet", "ecotaxa"),
                        always("class-folders"),
                        "How the uploaded files say which class an image belongs to.",
                        everywhere),
                setting(
                        "side",
                        whole(32, 1024),
                        always(299L),
                        "Height and width in pixels to which images are brought.",
                        where),
                setting(
                        "invert",
                        new Kind.TrueOrFalse(),
                        always(false),
                        "Whether the camera shows light objects on black, which are then turned to dark on white.",
                        everywhere),
                setting(
                        "cropBottom",
                        whole(0, 10_000),
                        always(0L),
                        "Rows cut off at the bottom of each image; 31 for the scale of EcoTaxa exports.",
                        everywhere),
                setting("maxMegapixels", whole(1, 1000), always(100L), "Larger images are left out.", everywhere),
                setting(
                        "shardImages",
                        whole(1, 10_000),
                        always(256L),
                        "Images preprocessed by one task; fewer means more tasks side by side.",
                        everywhere),
                setting(
                        "validationPerClass",
                        whole(1, 100_000),
                        always(100L),
                        "Images of each class kept for validation.",
                        where),
                setting(
                        "testPerClass",
                        whole(1, 100_000),
                        always(100L),
                        "Images of each class kept for the test.",
                        where),
                setting(
                        "smallClassFraction",
                        number(0, false, 0.4),
                        always(0.15),
                        "The part of a small class kept for validation, and again for the test.",
                        where),
                setting(
                        "maxLeftOutFraction",
                        number(0, true, 1),
                        always(0.05),
                        "The import fails when a larger part of the images cannot be used.",
                        where));
    }
}
