package dev.plankton.steps.datasetimport;

import dev.plankton.contracts.BadInputException;
import dev.plankton.contracts.choices.Layout;
import dev.plankton.contracts.formats.ImportManifest;
import dev.plankton.contracts.inputs.PlanktonWorkflow;
import dev.plankton.contracts.inputs.Schema;
import dev.plankton.contracts.inputs.Setting;
import dev.plankton.contracts.json.Json;
import dev.plankton.contracts.tasks.DatasetImportTask;
import dev.plankton.engine.testing.LocalContext;
import dev.plankton.steps.images.Datasets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Inputs of the import as a workflow would send them: the defaults, with a few values changed. */
final class ImportInputs {
    private ImportInputs() {}

    /** Four images in a shard. */
    static DatasetImportTask.Input of(String dataset, Layout layout, boolean labelled) {
        return of(dataset, Map.of("layout", layout, "labelled", labelled));
    }

    static DatasetImportTask.Input of(String dataset, Map<String, Object> changed) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Setting setting : Schema.of(PlanktonWorkflow.DATASET)) {
            values.put(setting.key(), setting.formValue());
        }
        values.put("labelled", true);
        values.put("shardImages", 4);
        values.put("rareClasses", "drop"); // most tests upload few images
        values.putAll(changed);
        values.put("dataset", dataset);
        try {
            return Json.read(Json.write(values), DatasetImportTask.Input.class);
        } catch (IOException e) {
            if (e.getCause() instanceof BadInputException refusal) {
                throw refusal;
            }
            throw new UncheckedIOException(e);
        }
    }

    /** Runs the import and reads what it lists. */
    static ImportManifest imported(LocalContext context, DatasetImportTask.Input input) throws Exception {
        return Datasets.readImport(context.run(new DatasetImportStep(), input).imported(), context);
    }
}
