package dev.plankton.settings;

import static dev.plankton.settings.PlanktonWorkflow.ANALYSIS;
import static dev.plankton.settings.PlanktonWorkflow.CLASSIFY;
import static dev.plankton.settings.PlanktonWorkflow.DATASET;
import static dev.plankton.settings.PlanktonWorkflow.EMBEDDING;
import static dev.plankton.settings.PlanktonWorkflow.TRAINING;
import static dev.plankton.settings.SettingTerms.always;
import static dev.plankton.settings.SettingTerms.choice;
import static dev.plankton.settings.SettingTerms.setting;
import static dev.plankton.settings.SettingTerms.whole;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Every key of every workflow's input (SPEC.md's defaults are the preset "original"). */
public final class Schema {
    private static final List<Setting> ALL = Stream.of(
                    general(),
                    DatasetInputs.all(),
                    NetworkInputs.all(),
                    ScheduleInputs.all(),
                    AnalysisInputs.all(),
                    ModelInputs.all(),
                    RetentionInputs.all(),
                    SweepInputs.all())
            .flatMap(List::stream)
            .toList();

    private Schema() {}

    /** All settings, in the order in which people read them. */
    public static List<Setting> all() {
        return ALL;
    }

    /** The settings that a workflow takes; a sweep takes those that its runs share as well. */
    public static List<Setting> of(PlanktonWorkflow workflow) {
        return ALL.stream()
                .filter(setting -> setting.workflows().contains(workflow)
                        || workflow == PlanktonWorkflow.SWEEP
                                && setting.workflows().contains(EMBEDDING))
                .toList();
    }

    static Optional<Setting> find(String key) {
        return ALL.stream().filter(setting -> setting.key().equals(key)).findFirst();
    }

    private static List<Setting> general() {
        return List.of(
                setting(
                        "preset",
                        choice("recommended", "original"),
                        always("recommended"),
                        "Which set of defaults fills the blanks: recommended learns in minutes on two cores, original has the numbers of the original experiment.",
                        EMBEDDING,
                        DATASET,
                        TRAINING,
                        ANALYSIS),
                setting(
                        "seed",
                        whole(0, 9_007_199_254_740_991L),
                        always(1L),
                        "Decides every random draw; the same seed gives the same run.",
                        EMBEDDING,
                        DATASET,
                        TRAINING,
                        ANALYSIS),
                setting(
                        "engine",
                        choice("onnx-runtime", "dl4j", "fastest"),
                        always("onnx-runtime"),
                        "What computes embeddings: onnx-runtime on the CPU, dl4j on what trains, fastest whichever is faster at the moment. They agree to 4 digits; all digits are the same each time with the first two alone.",
                        EMBEDDING,
                        TRAINING,
                        ANALYSIS,
                        CLASSIFY));
    }
}
