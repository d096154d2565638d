package dev.plankton.db.rows;

import dev.plankton.contracts.ids.RunId;
import java.util.List;

/**
 * The settings of one workflow of a run.
 *
 * @param workflow the name of its definition
 * @param settings in the order of the schema
 */
public record SettingsRow(RunId runId, String workflow, List<Setting> settings) {

    /**
     * One setting.
     *
     * @param value as text
     * @param given whether the workflow's input gave it a value other than its default; otherwise the value is that of
     *     the preset or the default
     */
    public record Setting(String name, String value, boolean given) {}

    public SettingsRow {
        settings = List.copyOf(settings);
    }
}
