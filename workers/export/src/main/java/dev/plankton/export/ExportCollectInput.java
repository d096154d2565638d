package dev.plankton.export;

import java.util.Map;

/**
 * All exports of a training.
 *
 * @param trainingId artifact id of the training's manifest
 * @param exports the output of each export by its task's reference name, as Conductor joins them
 */
public record ExportCollectInput(String trainingId, Map<String, ExportOutput> exports) {

    public ExportCollectInput {
        exports = Map.copyOf(exports);
    }
}
