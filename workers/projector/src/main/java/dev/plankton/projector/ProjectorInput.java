package dev.plankton.projector;

import dev.plankton.runtime.store.ArtifactId;

/**
 * What to write for other programs.
 *
 * @param embeddings an {@link dev.plankton.runtime.formats.EmbeddingsManifest}; its best checkpoint is written
 * @param classifier the classifier that was trained on that checkpoint's embeddings
 */
public record ProjectorInput(ArtifactId embeddings, ArtifactId classifier) {}
