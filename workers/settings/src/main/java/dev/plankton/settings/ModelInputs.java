package dev.plankton.settings;

import static dev.plankton.settings.PlanktonWorkflow.CLASSIFY;
import static dev.plankton.settings.PlanktonWorkflow.PROMOTE;
import static dev.plankton.settings.SettingTerms.always;
import static dev.plankton.settings.SettingTerms.number;
import static dev.plankton.settings.SettingTerms.setting;
import static dev.plankton.settings.SettingTerms.whole;

import dev.plankton.settings.Setting.Required;
import java.util.List;

/** What is done with a model once it is there. */
final class ModelInputs {
    private static final Kind NAME =
            new Kind.Text("[A-Za-z0-9][A-Za-z0-9-]{0,99}", "a name of at most 100 letters, digits and dashes");

    private ModelInputs() {}

    static List<Setting> all() {
        return List.of(
                setting(
                        "model",
                        NAME,
                        always("champion"),
                        "The model: champion, another alias, or the id of a run whose analysis is complete.",
                        CLASSIFY),
                setting(
                        "farQuantile",
                        number(0, false, 0.9999),
                        always(0.95),
                        "The part of the model's validation images that counts as near what it has learnt; new images farther away are flagged.",
                        CLASSIFY),
                setting(
                        "sheetImages",
                        whole(1, 400),
                        always(100L),
                        "Images on the contact sheet of a class at most.",
                        CLASSIFY),
                setting("alias", NAME, always("champion"), "The name to move.", PROMOTE),
                setting(
                        "run",
                        NAME,
                        new Required("the id of a run whose analysis is complete"),
                        "The run whose model the alias shall stand for.",
                        PROMOTE),
                setting(
                        "reason",
                        new Kind.Text("(?s).{1,500}", "1 to 500 characters"),
                        new Required("a few words for those who ask later"),
                        "Why the alias is moved.",
                        PROMOTE));
    }
}
