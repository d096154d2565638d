package dev.plankton.relations;

import dev.plankton.runtime.store.ArtifactId;

/**
 * @param section a {@code ReportSection}
 * @param found how many relations of four different images were kept
 */
public record RelationsOutput(ArtifactId section, int found) {}
