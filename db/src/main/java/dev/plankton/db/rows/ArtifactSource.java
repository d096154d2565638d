package dev.plankton.db.rows;

import dev.plankton.contracts.ids.ArtifactId;

/**
 * An artifact that a step had read when it published another.
 *
 * @param artifact the one that was published
 * @param kind of the source ("embeddings"); "unknown" if the history does not hold it
 */
public record ArtifactSource(ArtifactId artifact, ArtifactId source, String kind) {}
