package dev.plankton.settings;

import static dev.plankton.settings.PlanktonWorkflow.SWEEP;
import static dev.plankton.settings.SettingTerms.always;
import static dev.plankton.settings.SettingTerms.choice;
import static dev.plankton.settings.SettingTerms.setting;
import static dev.plankton.settings.SettingTerms.whole;

import dev.plankton.settings.Setting.Required;
import java.util.List;

/** What a sweep takes beside the inputs of its runs. */
final class SweepInputs {
    private static final int MOST_COMBINATIONS = 100;

    private SweepInputs() {}

    static List<Setting> all() {
        return List.of(
                setting(
                        Sweep.GRID,
                        new Kind.Grid(MOST_COMBINATIONS),
                        new Required("the inputs that differ from run to run, each with its values"),
                        "Runs plankton_embedding once with each combination of these values; the other inputs are the same for all.",
                        SWEEP),
                setting("parallel", whole(1, 8), always(1L), "Runs that are under way at once.", SWEEP),
                setting(
                        "rankBy",
                        choice("accuracy", "balancedAccuracy", "macroF1", "classifierAccuracy"),
                        always("accuracy"),
                        "What decides which run is better, always on validation images: a measure of its best checkpoint, or the accuracy of its classifier.",
                        SWEEP));
    }
}
