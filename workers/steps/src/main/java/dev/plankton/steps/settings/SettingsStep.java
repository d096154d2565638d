package dev.plankton.steps.settings;

import dev.plankton.contracts.inputs.PlanktonWorkflow;
import dev.plankton.contracts.inputs.Schema;
import dev.plankton.contracts.inputs.Setting;
import dev.plankton.contracts.inputs.WorkflowInput;
import dev.plankton.contracts.json.Json;
import dev.plankton.contracts.tasks.SettingsTask;
import dev.plankton.contracts.tasks.TaskType;
import dev.plankton.db.rows.SettingsRow;
import dev.plankton.engine.step.Step;
import dev.plankton.engine.step.StepContext;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Checks a workflow's input before any work, and fills in what was left blank.
 *
 * <p>Reads only its input. Writes its output and, to the run history, which values were given and which were filled in.
 * Idempotent because it is a pure function of the input and the schema. Its largest limitation: it sees only the input.
 * Later steps check what depends on the images (whether a dataset exists, whether its classes are large enough).
 */
public final class SettingsStep implements Step<SettingsTask.Input, SettingsTask.Output> {

    @Override
    public TaskType<SettingsTask.Input, SettingsTask.Output> type() {
        return SettingsTask.TYPE;
    }

    @Override
    public int version() {
        return 1;
    }

    /** The schema, so that no default of an earlier version is remembered. */
    @Override
    public String fingerprint(SettingsTask.Input input, StepContext context) {
        return Json.digest(Schema.all().toString());
    }

    @Override
    public SettingsTask.Output run(SettingsTask.Input input, StepContext context) {
        return new SettingsTask.Output(WorkflowInput.resolve(PlanktonWorkflow.of(input.workflow()), input.input()));
    }

    @Override
    public void record(SettingsTask.Input input, SettingsTask.Output output, StepContext context) throws IOException {
        List<SettingsRow.Setting> settings = new ArrayList<>();
        for (Setting setting : Schema.of(PlanktonWorkflow.of(input.workflow()))) {
            Object value = output.values().get(setting.key());
            if (value != null) {
                boolean given = setting.chosen(input.input().get(setting.key()), value);
                settings.add(new SettingsRow.Setting(setting.key(), Setting.text(value), given));
            }
        }
        context.history().provenance().settings(new SettingsRow(context.runId(), input.workflow(), settings));
    }
}
