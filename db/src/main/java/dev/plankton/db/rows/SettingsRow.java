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
     * @param given whether it was in the workflow's input; otherwise the preset or a default filled it in
     */
    public record Setting(String name, String value, boolean given) {}

    public SettingsRow {
        settings = List.copyOf(settings);
    }
}
