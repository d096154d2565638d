package dev.plankton.projector;

import dev.plankton.runtime.store.ArtifactId;

/**
 * @param section the {@link dev.plankton.runtime.formats.ReportSection} with all files
 * @param images how many images they hold
 */
public record ProjectorOutput(ArtifactId section, int images) {}
