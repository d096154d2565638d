package dev.plankton.contracts.inputs;

import static dev.plankton.contracts.inputs.PlanktonWorkflow.SWEEP;
import static dev.plankton.contracts.inputs.SettingTerms.always;
import static dev.plankton.contracts.inputs.SettingTerms.choice;
import static dev.plankton.contracts.inputs.SettingTerms.setting;
import static dev.plankton.contracts.inputs.SettingTerms.whole;

import dev.plankton.contracts.inputs.Setting.Required;
import java.util.List;

/** The inputs that a sweep has in addition to those of its runs. */
final class SweepInputs {

    private SweepInputs() {}

    static List<Setting> all() {
        return List.of(
                setting(
                        Sweep.GRID,
                        new ValueType.Grid(Sweep.MOST_RUNS),
                        new Required("the inputs that differ from run to run, each with its values"),
                        "Runs plankton_embedding once with each combination of these values; the other inputs are the same for all.",
                        SWEEP),
                setting(
                        Sweep.SEEDS,
                        whole(1, 20),
                        always(1L),
                        "Runs of each combination, with different seeds but the same test images. With 2 or more, combinations are ranked by their means, and it is said which cannot be told from the best.",
                        SWEEP),
                setting("parallel", whole(1, 8), always(1L), "Number of runs at the same time.", SWEEP),
                setting(
                        "rankBy",
                        choice("accuracy", "balancedAccuracy", "macroF1", "classifierAccuracy", "unseenMapAtR"),
                        always("accuracy"),
                        "The figure by which runs are ranked, on validation images: a measure of the best checkpoint, or the accuracy of the classifier; or unseenMapAtR, MAP@R of the best checkpoint on the images of held-out classes.",
                        SWEEP));
    }
}
