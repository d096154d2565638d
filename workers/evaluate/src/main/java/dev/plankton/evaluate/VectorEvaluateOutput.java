package dev.plankton.evaluate;

/**
 * What the vectors are worth.
 *
 * @param embeddings artifact id of the {@link dev.plankton.runtime.formats.EmbeddingsManifest}
 * @param evaluation artifact id of the {@link dev.plankton.runtime.formats.Evaluation}
 * @param section artifact id of the {@link dev.plankton.runtime.formats.ReportSection}
 * @param accuracy on validation images, nearest of the centroids of the training images
 * @param testAccuracy the same on test images
 */
public record VectorEvaluateOutput(
        String embeddings, String evaluation, String section, double accuracy, double testAccuracy) {}
