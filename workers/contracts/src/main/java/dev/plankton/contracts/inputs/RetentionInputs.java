package dev.plankton.contracts.inputs;

import static dev.plankton.contracts.inputs.PlanktonWorkflow.CLEANUP;
import static dev.plankton.contracts.inputs.PlanktonWorkflow.VERIFY;
import static dev.plankton.contracts.inputs.SettingTerms.always;
import static dev.plankton.contracts.inputs.SettingTerms.setting;
import static dev.plankton.contracts.inputs.SettingTerms.whole;

import dev.plankton.contracts.inputs.Setting.Required;
import java.util.List;

/** Inputs of the clean-up and of the verification of a run. */
final class RetentionInputs {
    private static final ValueType RUN = new ValueType.Text("[A-Za-z0-9][A-Za-z0-9-]{0,99}", "the id of a run");
    private static final ValueType RUNS = new ValueType.ListOf(RUN, 1_000);
    private static final ValueType DAYS = whole(0, 36_500);

    private RetentionInputs() {}

    static List<Setting> all() {
        return List.of(
                setting(
                        "dryRun",
                        new ValueType.TrueOrFalse(),
                        always(true),
                        "Whether nothing is deleted but only listed: in the outputs, the task's log and the view history.cleanup_item.",
                        CLEANUP),
                setting(
                        "drop",
                        RUNS,
                        always(List.of()),
                        "Runs that are no longer kept; everything that only they need is deleted.",
                        CLEANUP),
                setting("keep", RUNS, always(List.of()), "Runs that are kept again after they were dropped.", CLEANUP),
                setting(
                        "dropAfterDays",
                        DAYS,
                        always(0L),
                        "Runs that ended more than this many days ago are not kept either, unless an alias names their model; 0: the age of runs does not matter.",
                        CLEANUP),
                setting(
                        "conductorDays",
                        DAYS,
                        always(90L),
                        "Conductor deletes the history of runs that ended more than this many days ago; these runs can no longer be retried. 0: no history is deleted. The run history in SQL is kept.",
                        CLEANUP),
                setting(
                        "run",
                        RUN,
                        new Required(
                                "the id of a run, latest for the one that trained last, or previous for the one before it"),
                        "The run whose artifacts are read again and checked, back to the source images.",
                        VERIFY));
    }
}
