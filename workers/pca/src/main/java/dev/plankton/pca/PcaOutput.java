package dev.plankton.pca;

import dev.plankton.runtime.store.ArtifactId;

/**
 * @param section a {@code ReportSection}
 * @param explainedVariance share of the last checkpoint's variance that the three components hold, 0 to 1
 */
public record PcaOutput(ArtifactId section, double explainedVariance) {}
