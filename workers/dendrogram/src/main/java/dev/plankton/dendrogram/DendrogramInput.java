package dev.plankton.dendrogram;

import dev.plankton.runtime.step.BadInputException;
import dev.plankton.runtime.store.ArtifactId;

/**
 * @param embeddings an {@code EmbeddingsManifest}
 * @param dendrogramLeaves how many clusters the tree shows, at least 2
 * @param dendrogramClusters how many main clusters are told apart by colour, at least 1
 * @param seed chooses images where there are too many
 */
public record DendrogramInput(ArtifactId embeddings, int dendrogramLeaves, int dendrogramClusters, long seed) {
    public DendrogramInput {
        if (dendrogramLeaves < 2 || dendrogramLeaves > 200) {
            throw new BadInputException(
                    "dendrogramLeaves is %d; give a number from 2 to 200.".formatted(dendrogramLeaves));
        }
        if (dendrogramClusters < 1 || dendrogramClusters > dendrogramLeaves) {
            throw new BadInputException("dendrogramClusters is %d; give a number from 1 to dendrogramLeaves, %d."
                    .formatted(dendrogramClusters, dendrogramLeaves));
        }
    }
}
