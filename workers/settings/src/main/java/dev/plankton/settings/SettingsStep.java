package dev.plankton.settings;

import dev.plankton.db.rows.SettingsRow;
import dev.plankton.runtime.Json;
import dev.plankton.runtime.step.Step;
import dev.plankton.runtime.step.StepContext;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Checks a workflow's input before any work, and fills in what was left blank.
 *
 * <p>Reads nothing but its input; writes its output, and to the run history what was given and what was filled in. Idempotent because it is a pure function of the
 * input and the schema. Its largest limitation: it sees the input alone, so what only the images can tell (whether a
 * dataset exists, whether its classes are large enough) is found by later steps.
 */
public final class SettingsStep implements Step<SettingsInput, SettingsOutput> {

    @Override
    public String taskType() {
        return "plankton_settings";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Class<SettingsInput> inputType() {
        return SettingsInput.class;
    }

    @Override
    public Class<SettingsOutput> outputType() {
        return SettingsOutput.class;
    }

    /** The schema, so that no default of an earlier version is remembered. */
    @Override
    public String fingerprint(SettingsInput input, StepContext context) {
        return Json.digest(Schema.all().toString());
    }

    @Override
    public SettingsOutput run(SettingsInput input, StepContext context) {
        PlanktonWorkflow workflow = PlanktonWorkflow.of(input.workflow());
        Map<String, Object> values = Resolution.resolve(workflow, input.input());
        return new SettingsOutput(workflow == PlanktonWorkflow.SWEEP ? Sweep.resolve(values, input.input()) : values);
    }

    @Override
    public void record(SettingsInput input, SettingsOutput output, StepContext context) throws IOException {
        List<SettingsRow.Setting> settings = Schema.of(PlanktonWorkflow.of(input.workflow())).stream()
                .flatMap(setting -> Optional.ofNullable(output.values().get(setting.key()))
                        .map(Values::text)
                        .map(value -> new SettingsRow.Setting(setting.key(), value, given(setting, value, input)))
                        .stream())
                .toList();
        context.history().settings(new SettingsRow(context.runId(), input.workflow(), settings));
    }

    /** The form and the template of inputs send defaults along, so that these tell nothing of what a person chose. */
    private static boolean given(Setting setting, String value, SettingsInput input) {
        return !Values.blank(input.input().get(setting.key()))
                && !(setting.otherwise() instanceof Setting.Always(var fallback)
                        && Values.text(fallback).equals(value));
    }
}
