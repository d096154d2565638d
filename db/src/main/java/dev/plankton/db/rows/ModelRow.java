package dev.plankton.db.rows;

/**
 * A model that a run made.
 *
 * @param modelId artifact id of its manifest
 * @param round of the checkpoint
 * @param validationAccuracy of the classifier on validation images
 * @param testAccuracy of the classifier on test images
 */
public record ModelRow(
        String runId,
        String modelId,
        String trainingId,
        String datasetId,
        String checkpointId,
        String classifierId,
        int round,
        double validationAccuracy,
        double testAccuracy) {}
