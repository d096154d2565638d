package dev.plankton.contracts.inputs;

import static dev.plankton.contracts.inputs.PlanktonWorkflow.CLASSIFY;
import static dev.plankton.contracts.inputs.PlanktonWorkflow.DISCOVER;
import static dev.plankton.contracts.inputs.PlanktonWorkflow.PROMOTE;
import static dev.plankton.contracts.inputs.SettingTerms.always;
import static dev.plankton.contracts.inputs.SettingTerms.choice;
import static dev.plankton.contracts.inputs.SettingTerms.number;
import static dev.plankton.contracts.inputs.SettingTerms.setting;
import static dev.plankton.contracts.inputs.SettingTerms.whole;

import dev.plankton.contracts.choices.GroupFrom;
import dev.plankton.contracts.inputs.Setting.Required;
import java.util.List;

/** Inputs for the use of models. */
final class ModelInputs {
    private static final ValueType NAME =
            new ValueType.Text("[A-Za-z0-9][A-Za-z0-9-]{0,99}", "a name of at most 100 letters, digits and dashes");

    private ModelInputs() {}

    static List<Setting> all() {
        return List.of(
                setting(
                        "model",
                        NAME,
                        always("champion"),
                        "The model: champion, another alias, or the id of a run whose analysis is complete.",
                        CLASSIFY,
                        DISCOVER),
                setting(
                        "farQuantile",
                        number(0, false, 0.9999),
                        always(0.95),
                        "The fraction of the model's validation images that are not flagged; new images whose score of unknown images is higher than theirs are flagged, or grouped.",
                        CLASSIFY,
                        DISCOVER),
                setting(
                        "sheetImages",
                        whole(1, 400),
                        always(100L),
                        "Maximum number of images on the contact sheet of a class.",
                        CLASSIFY),
                setting(
                        "writeReviewed",
                        new ValueType.TrueOrFalse(),
                        always(false),
                        "Whether the table for EcoTaxa also has objects that a person has validated, doubted or discarded. Importing it makes them predictions again.",
                        CLASSIFY),
                setting(
                        "groupFrom",
                        choice(GroupFrom.class),
                        always("far"),
                        "Which new images are grouped: far takes those that are far from all labelled images, all takes every image.",
                        DISCOVER),
                setting(
                        "groups",
                        whole(2, 1000),
                        new Setting.Optional(
                                "as many as a cut gives that parts the classes of the model's validation images best"),
                        "Number of groups before those with fewer images than minimumGroupSize are taken apart.",
                        DISCOVER),
                setting(
                        "minimumGroupSize",
                        whole(2, 10_000),
                        always(3L),
                        "Images that a group needs; those of smaller groups are listed as single images.",
                        DISCOVER),
                setting("alias", NAME, always("champion"), "The alias to move.", PROMOTE),
                setting(
                        "run",
                        NAME,
                        new Required("the id of a run whose analysis is complete"),
                        "The run whose model gets the alias.",
                        PROMOTE),
                setting(
                        "reason",
                        new ValueType.Text("(?s).{1,500}", "1 to 500 characters"),
                        new Required("a short reason, which later readers will see"),
                        "Why the alias is moved.",
                        PROMOTE));
    }
}
