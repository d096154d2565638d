package dev.plankton.trainingsummary;

import dev.plankton.runtime.formats.TrainingManifest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** One branch of the fork that exports all checkpoints, in the words of Conductor. */
public record ExportTask(String name, String taskReferenceName, String type) {

    /** What the branch gets. */
    public record Input(String datasetId, String checkpoint, String featureTable, String engine, int round) {}

    private static ExportTask numbered(int number) {
        return new ExportTask("plankton_export", "export_" + number, "SIMPLE");
    }

    static List<ExportTask> tasks(TrainingManifest training) {
        return IntStream.range(0, training.checkpoints().size())
                .mapToObj(ExportTask::numbered)
                .toList();
    }

    static Map<String, Input> inputs(TrainingManifest training, String engine) {
        Map<String, Input> inputs = new LinkedHashMap<>();
        for (int i = 0; i < training.checkpoints().size(); i++) {
            TrainingManifest.Checkpoint checkpoint = training.checkpoints().get(i);
            inputs.put(
                    numbered(i).taskReferenceName(),
                    new Input(
                            training.dataset().sha256(),
                            checkpoint.checkpoint().sha256(),
                            training.featureTable(),
                            engine,
                            checkpoint.round()));
        }
        return inputs;
    }
}
