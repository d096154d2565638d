package dev.plankton.settings;

import static dev.plankton.settings.PlanktonWorkflow.CLEANUP;
import static dev.plankton.settings.PlanktonWorkflow.VERIFY;
import static dev.plankton.settings.SettingTerms.always;
import static dev.plankton.settings.SettingTerms.setting;
import static dev.plankton.settings.SettingTerms.whole;

import dev.plankton.settings.Setting.Required;
import java.util.List;

/** What is kept of what runs left behind, and whether it is still whole. */
final class RetentionInputs {
    private static final Kind RUN = new Kind.Text("[A-Za-z0-9][A-Za-z0-9-]{0,99}", "the id of a run");
    private static final Kind RUNS = new Kind.ListOf(RUN, 1_000);
    private static final Kind DAYS = whole(0, 36_500);

    private RetentionInputs() {}

    static List<Setting> all() {
        return List.of(
                setting(
                        "dryRun",
                        new Kind.TrueOrFalse(),
                        always(true),
                        "Whether everything is only listed: in the outputs, the task's log and the view history.cleanup_item.",
                        CLEANUP),
                setting(
                        "drop",
                        RUNS,
                        always(List.of()),
                        "Runs that are not to be kept any more; what only they need is deleted.",
                        CLEANUP),
                setting("keep", RUNS, always(List.of()), "Runs that are to be kept again.", CLEANUP),
                setting(
                        "dropAfterDays",
                        DAYS,
                        always(0L),
                        "Runs that ended longer ago are not to be kept either, unless an alias names their model; 0: their age does not matter.",
                        CLEANUP),
                setting(
                        "conductorDays",
                        DAYS,
                        always(90L),
                        "Runs that ended longer ago lose their history in Conductor, with it the possibility of a retry; 0: none does. SQL keeps its own.",
                        CLEANUP),
                setting(
                        "run",
                        RUN,
                        new Required("the id of a run, or latest for the one that trained last"),
                        "The run whose artifacts are read again, back to the source images.",
                        VERIFY));
    }
}
