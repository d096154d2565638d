package dev.plankton.db.rows;

import dev.plankton.contracts.ids.ArtifactId;
import dev.plankton.contracts.ids.RunId;

/**
 * A model that a run made.
 *
 * @param modelId its manifest
 * @param round of the checkpoint
 * @param validationAccuracy of the classifier on validation images
 * @param testAccuracy of the classifier on test images
 */
public record ModelRow(
        RunId runId,
        ArtifactId modelId,
        ArtifactId trainingId,
        ArtifactId datasetId,
        ArtifactId checkpointId,
        ArtifactId classifierId,
        int round,
        double validationAccuracy,
        double testAccuracy) {}
