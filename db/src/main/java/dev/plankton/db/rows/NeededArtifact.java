package dev.plankton.db.rows;

import dev.plankton.contracts.ids.ArtifactId;

/**
 * An artifact that a run's steps published or read.
 *
 * @param kind such as {@code checkpoint}; blank if the run history does not know it
 * @param taskType of the task that made it; blank if the run history does not know it
 */
public record NeededArtifact(ArtifactId artifact, String kind, String taskType) {}
