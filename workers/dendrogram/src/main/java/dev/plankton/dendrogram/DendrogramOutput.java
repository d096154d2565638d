package dev.plankton.dendrogram;

import dev.plankton.runtime.store.ArtifactId;

/**
 * @param section a {@code ReportSection}
 * @param leaves how many clusters the tree shows
 */
public record DendrogramOutput(ArtifactId section, int leaves) {}
