package dev.plankton.db.rows;

import java.util.List;

/**
 * What one workflow of a run was set to.
 *
 * @param workflow the name of its definition
 * @param settings in the order of the schema
 */
public record SettingsRow(String runId, String workflow, List<Setting> settings) {

    /**
     * One setting.
     *
     * @param value as text
     * @param given whether the workflow's input set it to something else than its default; otherwise the preset or the default did
     */
    public record Setting(String name, String value, boolean given) {}

    public SettingsRow {
        settings = List.copyOf(settings);
    }
}
