package dev.plankton.contracts.tasks;

import dev.plankton.contracts.BadInputException;
import dev.plankton.contracts.formats.EmbeddingsManifest;
import dev.plankton.contracts.formats.ReportSection;
import dev.plankton.contracts.ids.ArtifactId;
import dev.plankton.contracts.inputs.Schema;

/** Ward's dendrogram of the test images (SPEC 9). */
public final class DendrogramTask {
    public static final TaskType<Input, Output> TYPE = TaskType.of(
            "plankton_dendrogram", "Clusters the embeddings and draws the dendrogram.", Input.class, Output.class);

    private DendrogramTask() {}

    /**
     * What to cluster.
     *
     * @param embeddings an {@link EmbeddingsManifest}
     * @param dendrogramLeaves how many clusters the tree shows
     * @param dendrogramClusters how many main clusters have a colour of their own
     * @param seed seed for drawing images if there are too many
     */
    public record Input(ArtifactId embeddings, int dendrogramLeaves, int dendrogramClusters, long seed) {
        public Input {
            Schema.check("dendrogramLeaves", dendrogramLeaves);
            Schema.check("dendrogramClusters", dendrogramClusters);
            Schema.check("seed", seed);
            if (dendrogramClusters > dendrogramLeaves) {
                throw new BadInputException(
                        "dendrogramClusters is %d but dendrogramLeaves is %d; there cannot be more clusters than leaves."
                                .formatted(dendrogramClusters, dendrogramLeaves));
            }
        }
    }

    /**
     * What was drawn.
     *
     * @param section a {@link ReportSection}
     * @param leaves how many clusters the tree shows
     */
    public record Output(ArtifactId section, int leaves) {}
}
