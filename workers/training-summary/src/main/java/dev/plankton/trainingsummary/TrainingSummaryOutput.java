package dev.plankton.trainingsummary;

import java.util.List;
import java.util.Map;

/**
 * What a training came to, and the export of each of its checkpoints as a dynamic fork takes it.
 *
 * @param bestRound the round with the highest validation accuracy, the latest of equals
 * @param accuracy of that round's checkpoint on validation images, nearest of the centroids of the training images
 * @param testAccuracy the same on test images
 * @param section artifact id of the report's section
 * @param tasks one for each checkpoint
 * @param inputs the input of each task by its reference name
 */
public record TrainingSummaryOutput(
        String trainingId,
        String datasetId,
        int bestRound,
        double accuracy,
        double testAccuracy,
        String section,
        List<ExportTask> tasks,
        Map<String, ExportTask.Input> inputs) {

    public TrainingSummaryOutput {
        tasks = List.copyOf(tasks);
        inputs = Map.copyOf(inputs);
    }
}
