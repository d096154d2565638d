package dev.plankton.db.rows;

import dev.plankton.contracts.ids.ArtifactId;

/**
 * The model that a name stands for.
 *
 * @param modelId its manifest
 * @param reason why the name stands for it; completes "because it is ..."
 */
public record FoundModel(ArtifactId modelId, String reason) {}
